using System.Text.RegularExpressions;

namespace Procedures.Tidy;

/// <summary>The tree names the things of the domain, and its arrows point one way.</summary>
public sealed class TreeTests
{
    private static readonly string[] Everything = ["src", "tests", "bench"];

    [Fact]
    public void No_folder_or_type_hides_behind_a_word_that_says_nothing()
    {
        var empty = new Regex(
            "^(Services?|Helpers?|Utils?|Utilities|Common|Managers?|Models?|Contracts?|Abstractions?|Handlers?)$");
        var folders = Everything.SelectMany(f =>
            Directory.EnumerateDirectories(Path.Combine(Repository.Root, f), "*", SearchOption.AllDirectories))
            .Where(d => !d.Contains("node_modules", StringComparison.Ordinal)
                && !d.Contains("/obj", StringComparison.Ordinal) && !d.Contains("/bin", StringComparison.Ordinal))
            .Where(d => empty.IsMatch(Path.GetFileName(d))).ToArray();
        Assert.True(folders.Length == 0, $"Name what is in it: {string.Join(", ", folders)}");

        var suffix = new Regex(@"\b(?:class|record|interface)\s+\w*(?:Service|Helper|Util|Manager)\b");
        var types = Repository.Sources("src").Where(f => suffix.IsMatch(f.Code)).Select(f => f.Name).ToArray();
        Assert.True(types.Length == 0, $"Name what it is: {string.Join(", ", types)}");
    }

    [Theory]
    [InlineData("src/Workflows", "Activities", "Storage", "Runtime", "Host")]
    [InlineData("src/Activities", "Storage", "Runtime", "Host")]
    [InlineData("src/Storage", "Activities", "Runtime", "Host")]
    [InlineData("src/Runtime", "Activities", "Host")]
    public void Dependencies_point_one_way(string project, params string[] forbidden)
    {
        var file = Repository.Files(project, "*.csproj").Single();
        foreach (var name in forbidden)
            Assert.DoesNotContain($"{name}.csproj", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_host_knows_the_web()
    {
        var offenders = Repository.Sources("src/Workflows", "src/Activities", "src/Storage", "src/Runtime")
            .Where(f => f.Code.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)).Select(f => f.Name)
                .ToArray();
        Assert.True(offenders.Length == 0, $"ASP.NET Core belongs in src/Host: {string.Join(", ", offenders)}");
    }

    [Fact]
    public void Packages_stand_on_a_short_list()
    {
        string[] allowed =
        [
            "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core", "Dapper", "Npgsql",
                "Handlebars.Net",
            "Markdig", "Microsoft.AspNetCore.Mvc.Testing", "AngleSharp", "Microsoft.Playwright",
            "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio", "Quartz",
        ];
        var used = Repository.Files(".", "*.csproj").Append(Path.Combine(Repository.Root, "Directory.Build.targets"))
            .SelectMany(p => Regex.Matches(File.ReadAllText(p), "PackageReference Include=\"([^\"]+)\"")
                .Select(m => m.Groups[1].Value))
            .Distinct().Except(allowed).ToArray();
        Assert.True(used.Length == 0,
            $"A new package needs a decision record and a place on the list: {string.Join(", ", used)}");
    }
}
