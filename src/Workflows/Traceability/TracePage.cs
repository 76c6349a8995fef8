using System.Collections.Immutable;

namespace Procedures.Traceability;

/// <summary>Writes a trace as a page of Markdown, one table for each section of the rules.</summary>
public static class TracePage
{
    private const int ScenariosNamed = 4;

    /// <param name="command">How the page is made again.</param>
    /// <returns>Markdown; the same trace always gives the same page.</returns>
    public static string Write(Trace trace, string command)
    {
        var lines = new List<string>
        {
            $"# {trace.Rules.Title}: paragraph, activity, scenario",
            "",
            $"Written by `{command}`; do not edit. Rule set `{trace.Rules.Id}`.",
            "",
            "Each row is a paragraph. *Activities* are those whose legal source names it (or the paragraph that it is a "
            + "part of). *Scenarios* are those of `workflows/scenarios/` that pass through one of them. Where no activity "
            + "carries a paragraph out, the row says why.",
            "",
            Count(trace),
        };
        foreach (var (numeral, title) in trace.Rules.Sections) lines.AddRange(Section(trace, numeral, title));
        return string.Join('\n', lines) + "\n";
    }

    private static string Count(Trace trace)
    {
        var carried = trace.Rules.Paragraphs.Count(p => !trace.NodesOf(p).IsEmpty);
        var played = trace.Rules.Paragraphs.Count(p => !trace.ScenariosOf(p).IsEmpty);
        return $"{trace.Rules.Paragraphs.Length} paragraphs: {carried} carried out by activities, {played} of them passed "
            + $"through by a scenario, {trace.Rules.Paragraphs.Length - carried} without an activity.";
    }

    private static IEnumerable<string> Section(Trace trace, string numeral, string title)
    {
        yield return "";
        yield return $"## {numeral}. {title}";
        yield return "";
        yield return "| Paragraph | About | Activities | Scenarios |";
        yield return "|---|---|---|---|";
        foreach (var paragraph in trace.Rules.Paragraphs.Where(p => p.Section == numeral))
            yield return $"| {paragraph.Id} | {paragraph.About} | {Activities(trace, paragraph)} | "
                + $"{Scenarios(trace.ScenariosOf(paragraph))} |";
    }

    private static string Activities(Trace trace, Paragraph paragraph) =>
        trace.NodesOf(paragraph) is { IsEmpty: false } nodes
            ? string.Join("; ", nodes.GroupBy(n => n.Definition).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Key}: {string.Join(", ", g.Select(n => n.Activity))}"))
            : $"none: {paragraph.WithoutNode ?? "**missing**"}";

    private static string Scenarios(ImmutableArray<string> scenarios) => scenarios.Length switch
    {
        0 => "–",
        <= ScenariosNamed => string.Join(", ", scenarios),
        _ => $"{string.Join(", ", scenarios.Take(ScenariosNamed))} and {scenarios.Length - ScenariosNamed} more",
    };
}
