namespace Procedures.Rehearsal;

/// <summary>A fact that came out otherwise than it was written down.</summary>
/// <param name="What">The fact's name, as the scenario writes it: deadlines.P1.07.</param>
public sealed record Difference(string What, string Expected, string Got)
{
    public override string ToString() => $"{What}: expected {Expected}, got {Got}";
}
