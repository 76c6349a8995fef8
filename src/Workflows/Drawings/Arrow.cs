namespace Procedures.Drawings;

/// <summary>An arrow from an outcome of one activity to another activity.</summary>
public sealed record Arrow(string Source, string Outcome, string Target)
{
    /// <summary>Arrows of one outcome part from one another, arrows to one activity join.</summary>
    public bool MayJoin(Arrow other) => Target == other.Target || Source == other.Source && Outcome == other.Outcome;

    public override string ToString() => $"{Source}.{Outcome} → {Target}";
}
