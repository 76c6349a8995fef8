namespace Procedures.Runtime;

/// <summary>The first entry of a journal that does not fit.</summary>
/// <param name="Number">The number at which the entry stands or should stand.</param>
public sealed record Breach(string ProcedureId, long Number, Bilingual Why);
