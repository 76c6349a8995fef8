using System.Text.RegularExpressions;

namespace Procedures.Tidy;

/// <summary>Nothing in src/Workflows and src/Activities reads a clock, draws a number, does I/O or awaits.</summary>
public sealed class PurityTests
{
    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bTimeProvider\b|\bStopwatch\b", "reads a clock")]
    [InlineData(@"\bRandom\b|\bRandomNumberGenerator\b|\bGuid\.(NewGuid|CreateVersion7)\b", "draws a number")]
    [InlineData(@"\bFile\.|\bDirectory\.|\bFileStream\b|\bHttpClient\b|\bSocket\b|\bConsole\.|\bProcess\.Start\b|\bEnvironment\.(Get|Exit|Machine)", "does I/O")]
    [InlineData(@"\basync\b|\bawait\b|\bTask<|\bTask\.Run\b|\bThread\b|\bParallel\.", "awaits or starts a thread")]
    [InlineData(@"\bTimeZoneInfo\b|\bCultureInfo\.Current(UI)?Culture\b", "reads the machine's settings")]
    public void The_engine_and_its_activities_are_pure(string pattern, string offence)
    {
        var offenders = Repository.Sources("src/Workflows", "src/Activities")
            .Where(file => Regex.IsMatch(file.Code, pattern))
            .Select(file => file.Name).ToArray();
        Assert.True(offenders.Length == 0, $"{string.Join(", ", offenders)} {offence}; pass it in as a value instead.");
    }

    [Fact]
    public void The_engine_uses_no_package()
    {
        foreach (var project in (string[])["src/Workflows/Workflows.csproj", "src/Activities/Activities.csproj"])
            Assert.DoesNotContain("PackageReference", File.ReadAllText(Path.Combine(Repository.Root, project)),
                StringComparison.Ordinal);
    }
}
