using System.Text.RegularExpressions;

namespace Procedures.Tidy;

/// <summary>The page of the twenty rules names tests that exist, and misses none.</summary>
public sealed partial class TrapsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "traps.md"));

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Each_rule_names_a_test_that_stands_in_the_file(int number)
    {
        var row = Assert.Single(Page.Split('\n'), l => l.StartsWith($"| {number} |", StringComparison.Ordinal));
        var named = Named().Matches(row);
        Assert.NotEmpty(named);
        foreach (Match test in named)
        {
            var file = Path.GetFullPath(Path.Combine(Repository.Root, "docs", test.Groups[1].Value));
            Assert.Contains(test.Groups[2].Value, Facts(new SourceFile(file)));
        }
    }

    [Fact]
    public void Every_test_of_a_rule_stands_on_the_page()
    {
        var missing = Repository.Sources("tests").SelectMany(Facts)
            .Where(m => m.StartsWith("Trap_", StringComparison.Ordinal)
                && !Page.Contains($"`{m}`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    // Only what the test runner runs counts: a method with an attribute of a fact or a theory before it.
    private static IEnumerable<string> Facts(SourceFile file) =>
        Fact().Matches(file.Code).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\]\((\.\./tests/[^)]+)\) `(\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\[(?:Fact|Theory)\](?:\s*\[[^\n]*)*\s*public (?:async Task|void) (\w+)\(")]
    private static partial Regex Fact();
}
