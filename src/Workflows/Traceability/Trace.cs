using System.Collections.Frozen;
using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Rehearsal;

namespace Procedures.Traceability;

/// <summary>
/// Which activities carry out which paragraph, and which past or invented procedures pass through them.
/// </summary>
public sealed class Trace
{
    private readonly FrozenDictionary<string, ImmutableArray<TracedNode>> _nodes;
    private readonly FrozenDictionary<TracedNode, ImmutableArray<string>> _scenarios;

    /// <param name="played">The scenarios by id, each with everything that happened in it.</param>
    public Trace(
        RuleSet rules, IEnumerable<Definition> definitions, IEnumerable<(string Scenario, RehearsedYear Year)> played)
    {
        Rules = rules;
        var cited = definitions.SelectMany(Cited).ToImmutableArray();
        Unreadable = [.. cited.Where(c => !rules.Knows(c.Paragraph))];
        _nodes = rules.Paragraphs.ToFrozenDictionary(
            p => p.Id, p =>
                cited.Where(c => IsAbout(p, c.Paragraph)).Select(c => c.Node).Distinct().ToImmutableArray());
        _scenarios = played.SelectMany(p => Passed(p.Year).Select(node => (Node: node, p.Scenario)))
            .GroupBy(x => x.Node, x => x.Scenario)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray());
    }

    public RuleSet Rules { get; }

    /// <summary>Citations of paragraphs that the rule set does not have.</summary>
    public ImmutableArray<(TracedNode Node, string Paragraph)> Unreadable { get; }

    /// <summary>The activities whose legal source names the paragraph or one that it is a part of.</summary>
    public ImmutableArray<TracedNode> NodesOf(Paragraph paragraph) => _nodes[paragraph.Id];

    /// <summary>The scenarios that pass through one of those activities, in the order of the files.</summary>
    public ImmutableArray<string> ScenariosOf(Paragraph paragraph) =>
        [.. NodesOf(paragraph).SelectMany(n => _scenarios.GetValueOrDefault(n, [])).Distinct()];

    /// <summary>Paragraphs that no activity carries out and that do not say why.</summary>
    public IEnumerable<Paragraph> Missing =>
        Rules.Paragraphs.Where(p => p.WithoutNode is null && NodesOf(p).IsEmpty);

    /// <summary>Paragraphs that say why no activity carries them out although one does.</summary>
    public IEnumerable<Paragraph> Contradicted =>
        Rules.Paragraphs.Where(p => p.WithoutNode is not null && !NodesOf(p).IsEmpty);

    // A section cited as a whole says where a node belongs, not that it carries out each paragraph; and an article
    // cited as a whole does not contradict the reason why one of its paragraphs is left out.
    private static bool IsAbout(Paragraph paragraph, string cited) =>
        paragraph.WithoutNode is null
            ? cited != paragraph.Section && paragraph.IsWithin(cited)
            : cited == paragraph.Id;

    private static IEnumerable<(TracedNode Node, string Paragraph)> Cited(Definition definition) =>
        from node in definition.Nodes
        where node != definition.Root
        from paragraph in Citations.In(node.LegalSource ?? "")
        select (new TracedNode(definition.DefinitionId, node.Id), paragraph);

    private static IEnumerable<TracedNode> Passed(RehearsedYear year) =>
        (from step in year.Steps
         from entry in step.Journal
         where entry.ActivityId is not null
         select new TracedNode(step.After.Definition.DefinitionId, entry.ActivityId!)).Distinct();
}
