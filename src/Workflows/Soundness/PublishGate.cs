using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Definitions;

namespace Procedures.Soundness;

/// <summary>What must hold of a definition before anybody relies on it, beyond that it can be read.</summary>
/// <remarks>
/// The definition is looked at, never run. The reader's own findings are not repeated here: show both together.
/// </remarks>
/// <param name="catalog">The activity types that definitions may use.</param>
public sealed class PublishGate(ActivityCatalog catalog)
{
    /// <summary>
    /// Finds a child definition by its id; null when nobody can tell, and then children are not looked for.
    /// </summary>
    public Func<string, Definition?>? Children { get; init; }

    /// <summary>
    /// Whether what is asked of our own definitions only counts as an error: sources, layout, languages.
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>The published version that the definition replaces; null when there is none.</summary>
    public Definition? Replaced { get; init; }

    /// <summary>Everything that is found, in the order of the file.</summary>
    public ImmutableArray<Finding> Examine(Definition definition)
    {
        var subject = new Subject(definition, catalog, Children, IsStrict) { Replaced = Replaced };
        return
        [
            .. All.SelectMany(rule => rule(subject))
                .OrderBy(f => subject.RankOf(f.ActivityId)).ThenByDescending(f => f.Severity),
        ];
    }

    private static IEnumerable<Func<Subject, IEnumerable<Finding>>> All =>
    [
        SizeRule.Find, LegalSourceRule.Find, ReachabilityRule.Find, LoopRule.Find, EndRule.Find, OutcomeRule.Find,
        DeadlineRule.Find, ExpiryRule.Find, AnchorRule.Find, LanguageRule.Find, LayoutRule.Find, VariableRule.Find,
        ChildRule.Find, ReferenceRule.Find, StartRule.Find, LawRule.Find,
    ];
}
