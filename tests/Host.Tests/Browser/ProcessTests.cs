namespace Procedures.Host.Tests;

/// <summary>The real program starts with samples, writes letters into its folder, and stops quickly when told
/// to.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task A_first_start_shows_samples_and_SIGTERM_ends_it_within_five_seconds()
    {
        await using var host = await HostProcess.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        var list = await client.GetStringAsync("/en/procedures");
        foreach (var state in (string[])["Estonia", "Portugal", "Slovenia", "Norway"])
            Assert.Contains(state, list, StringComparison.Ordinal);
        Assert.Contains("days late", list, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(host.Data, "letters"), "*.eml"));
        var (took, status) = await host.StopAsync();
        Assert.True(took < TimeSpan.FromSeconds(5), $"Stopping took {took}.");
        Assert.True(status == 0, $"The program ended with {status}:\n{host.Output}");
    }
}
