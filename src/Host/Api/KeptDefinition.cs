namespace Procedures.Api;

/// <summary>The id by which Studio asks for the exact definition that a procedure runs.</summary>
/// <remarks>
/// A version can be retracted, edited or taken off the shelf while procedures run it. Elsa's id of a version would
/// then show another drawing, or none; the content hash always shows what runs.
/// </remarks>
internal static class KeptDefinition
{
    private const string Prefix = "kept-";

    public static string IdOf(string hash) => Prefix + hash;

    /// <summary>The hash in an id, or null when the id is one of a version on the shelf.</summary>
    public static string? HashIn(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : null;
}
