using System.Collections.Immutable;

namespace Procedures.Reliability;

/// <summary>What a harness has measured and what it has found wrong.</summary>
internal sealed record Outcome(ImmutableArray<Figure> Figures, ImmutableArray<Finding> Findings)
{
    public static readonly Outcome Nothing = new([], []);

    public Outcome And(Outcome other) =>
        new(Figures.AddRange(other.Figures), Findings.AddRange(other.Findings));
}
