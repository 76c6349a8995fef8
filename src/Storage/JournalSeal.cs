namespace Procedures.Storage;

/// <summary>What a procedure believes of its journal.</summary>
/// <param name="Head">The hash of the last entry, lower-case hex.</param>
public sealed record JournalSeal(string ProcedureId, long Length, string Head);
