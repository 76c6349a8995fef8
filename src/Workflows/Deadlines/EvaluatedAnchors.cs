using System.Collections.Immutable;

namespace Procedures.Deadlines;

/// <summary>All dates of reference of a procedure as they stand now; what rules are resolved against.</summary>
public sealed class EvaluatedAnchors : IAnchors
{
    private readonly Dictionary<string, EvaluatedAnchor> _byName;

    internal EvaluatedAnchors(ImmutableArray<EvaluatedAnchor> all, ImmutableArray<AnchorProblem> problems)
    {
        All = all;
        Problems = problems;
        _byName = all.ToDictionary(anchor => anchor.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order of the sheet; fixed names that are not on it follow.</summary>
    public ImmutableArray<EvaluatedAnchor> All { get; }

    /// <summary>Lines that need a person: unknown names, values of the wrong kind. Empty when all is well.</summary>
    public ImmutableArray<AnchorProblem> Problems { get; }

    /// <summary>The whole entry of a name, or null.</summary>
    public EvaluatedAnchor? Entry(string name) => _byName.GetValueOrDefault(name);

    public AnchorValue? Find(string name) => Entry(name)?.Value;

    public bool IsProvisional(string name) => Entry(name) is { Provisional: true };

    public Bilingual? LabelOf(string name) => Entry(name)?.Label;
}
