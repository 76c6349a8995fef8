namespace Procedures.Reliability.Sweep;

/// <summary>What is swept and how closely.</summary>
/// <param name="EveryNth">Of so many places one is tried.</param>
internal sealed record SweepPlan(string Definition, string Scenario, SweepStore Store, int EveryNth)
{
    /// <summary>Of so many places that are tried the program is at one also stopped while it recovers; 0 for none.</summary>
    public int PairsEveryNth { get; init; }

    public override string ToString() => $"{Definition} on {Store.Name}";
}
