namespace Procedures.Storage;

/// <summary>A timer or a message that has failed, for the operator's page.</summary>
/// <param name="Key">The message's id, or the timer's procedure and wait.</param>
/// <param name="Since">UTC: when it was due or arrived.</param>
/// <param name="IsSetAside">True when it waits for a person; false when it is tried again by itself.</param>
public sealed record TroubledWork(
    bool IsTimer, string Key, string? ProcedureId, int Wait, string What, DateTimeOffset Since, int Attempts,
    bool IsSetAside, string Error)
{
    /// <summary>Whether it is a procedure that the clock should have started.</summary>
    public bool IsStart => !IsTimer && Key.StartsWith("start/", StringComparison.Ordinal);
}
