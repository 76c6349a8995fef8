using System.Collections.Frozen;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>A definition under examination, and what the rules ask about it.</summary>
internal sealed class Subject(
    Definition definition, ActivityCatalog catalog, Func<string, Definition?>? children, bool isStrict)
{
    private readonly FrozenDictionary<string, int> _ranks = definition.Nodes.DistinctBy(n => n.Id)
        .Select((node, rank) => (node.Id, rank)).ToFrozenDictionary(x => x.Id, x => x.rank);

    public Definition Definition { get; } = definition;
    public Func<string, Definition?>? Children { get; } = children;

    /// <summary>The published version that the definition replaces, or null.</summary>
    public Definition? Replaced { get; init; }

    /// <summary>An error under the strict gate, a warning otherwise.</summary>
    public FindingSeverity Demand => isStrict ? FindingSeverity.Error : FindingSeverity.Warning;

    public ActivityDeclaration? DeclarationOf(ActivityNode node) => catalog.Find(node)?.Declaration;

    /// <summary>The type of an activity, or null when it is not known.</summary>
    public ActivityType? TypeOf(ActivityNode node) => catalog.Find(node);

    /// <summary>Where the activity stands in the file; the whole definition comes first.</summary>
    public int RankOf(string? activityId) => activityId is null ? -1
        : _ranks.GetValueOrDefault(activityId, int.MaxValue);

    /// <summary>Activities that do something, containers left out.</summary>
    public IEnumerable<ActivityNode> Acts => Definition.Nodes.Where(n => !IsContainer(n));

    /// <summary>Activities of the Organisation's own types: tasks, decisions, ballots, letters.</summary>
    public IEnumerable<ActivityNode> InstitutionActs => Acts.Where(IsOfInstitution);

    public IEnumerable<ActivityNode> Flowcharts => Definition.Nodes.Where(n => n.Type == "Elsa.Flowchart");

    public static bool IsOfInstitution(ActivityNode node) =>
        node.Type.StartsWith("Procedures.", StringComparison.Ordinal);

    public bool IsContainer(ActivityNode node) => DeclarationOf(node)?.IsContainer ?? !node.Children.IsEmpty;

    /// <summary>Where the flowchart can begin: its start, and every trigger in it.</summary>
    public static IEnumerable<string> StartsOf(ActivityNode flowchart) =>
        flowchart.Children.Where(c => c.CanStartWorkflow).Select(c => c.Id)
            .Append(Flowchart.StartOf(flowchart)?.Id).OfType<string>().Distinct();

    /// <summary>
    /// The value that stands in the definition, or the declared default; undefined when a script computes it.
    /// </summary>
    public Value LiteralOf(ActivityNode node, string name)
    {
        var declared = DeclarationOf(node)?.Input(name);
        var member = declared?.Member ?? char.ToLowerInvariant(name[0]) + name[1..];
        return node.Inputs.TryGetValue(member, out var binding)
            ? binding.Literal
            : declared?.Default ?? Value.Undefined;
    }

    public bool Declares(ActivityNode node, string name) => DeclarationOf(node)?.Input(name) is not null;

    /// <summary>Whether the input's value is only known once the procedure runs.</summary>
    public bool IsComputed(ActivityNode node, string name) =>
        DeclarationOf(node)?.Input(name) is { } declared
        && node.Inputs.TryGetValue(declared.Member, out var binding)
        && binding.Kind is ExpressionKind.JavaScript or ExpressionKind.Variable or ExpressionKind.Input;

    public static Finding At(ActivityNode node, FindingSeverity severity, Bilingual message) =>
        new(severity, node.Place, node.Id, message);
}
