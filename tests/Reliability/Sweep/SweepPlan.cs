namespace Procedures.Reliability.Sweep;

/// <summary>What is swept and how closely.</summary>
/// <param name="EveryNth">Of so many places one is tried.</param>
internal sealed record SweepPlan(string Definition, string Scenario, SweepStore Store, int EveryNth)
{
    /// <summary>Whether the program is also stopped a second time while it recovers.</summary>
    public bool InPairs { get; init; }

    public override string ToString() => $"{Definition} on {Store.Name}";
}
