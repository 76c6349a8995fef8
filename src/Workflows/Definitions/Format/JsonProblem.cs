namespace Procedures.Definitions.Format;

/// <summary>Why bytes are not JSON that can be read, and where.</summary>
internal sealed record JsonProblem(string Place, Bilingual Message);
