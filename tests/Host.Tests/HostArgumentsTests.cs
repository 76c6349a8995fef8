namespace Procedures.Host.Tests;

/// <summary>A misspelt option of the host does not start another host than the one that was meant.</summary>
public sealed class HostArgumentsTests
{
    [Theory]
    [InlineData("--dta=elsewhere", "Did you mean --data?")]
    [InlineData("--workflow", "Vouliez-vous dire --workflows ?")]
    [InlineData("--sampels=false", "--samples")]
    public void An_unknown_option_is_refused_with_the_nearest_one(string option, string suggestion)
    {
        var refusal = Assert.Throws<HostRefusedException>(() => WebProgram.Build([option, "x"]));

        Assert.Contains(suggestion, $"{refusal.Text.English} {refusal.Text.French}", StringComparison.Ordinal);
    }
}
