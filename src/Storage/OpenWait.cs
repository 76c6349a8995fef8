namespace Procedures.Storage;

/// <summary>A wait of a procedure.</summary>
public sealed record OpenWait(string ProcedureId, int Wait);
