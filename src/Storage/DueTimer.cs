namespace Procedures.Storage;

/// <summary>A wait whose moment has come.</summary>
/// <param name="DueAt">UTC. The difference to now is the lateness.</param>
/// <param name="Attempts">How often it has failed.</param>
public sealed record DueTimer(string ProcedureId, int Wait, DateTimeOffset DueAt, int Attempts);
