using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

/// <summary>docs/deadlines.md says only what the system understands.</summary>
public class DocumentationTests
{
    private static readonly string Page = Read();

    public static TheoryData<string> Rules() => Examples("## Rules", "| Offset");

    public static TheoryData<string> Offsets() => Examples("| Offset", "The words may");

    [Theory, MemberData(nameof(Rules))]
    public void Every_example_of_a_rule_or_a_day_can_be_read(string example) => Assert.NotNull(Rule.Parse(example));

    [Theory, MemberData(nameof(Offsets))]
    public void Every_example_of_an_offset_can_be_read(string example) =>
        Assert.NotNull(Rule.Parse($"nlt EO {example}"));

    [Fact]
    public void The_example_of_a_sheet_gives_every_date()
    {
        var sheet = AnchorSheet.Parse(Regex.Match(Page, "```\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
        var anchors = sheet.Evaluate(new Dictionary<string, AnchorValue> { ["TE"] = Given("2029-01-03") }, Product);
        Assert.Equal(5, anchors.All.Length);
        Assert.All(anchors.All, anchor => Assert.NotNull(anchor.Value));
    }

    private static TheoryData<string> Examples(string from, string to)
    {
        var table = Page[Page.IndexOf(from, StringComparison.Ordinal)..Page.IndexOf(to, StringComparison.Ordinal)];
        var cells = Regex.Matches(table, @"^\| (`[^|]*`) \|", RegexOptions.Multiline)
            .Select(row => row.Groups[1].Value);
        return [.. cells.SelectMany(cell => Regex.Matches(cell, "`([^`]+)`").Select(match => match.Groups[1].Value))];
    }

    private static string Read([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/deadlines.md"));
}
