namespace Procedures.Studio;

/// <summary>A file of Elsa Studio as it lies on the disk, with its compressed twins.</summary>
/// <param name="ContentType">The type of the file itself, whatever twin is sent.</param>
/// <param name="Tag">Changes when the file changes.</param>
/// <param name="IsFingerprinted">The name changes with the content, so a browser never has to ask again.</param>
internal sealed record StudioFile(
    string Path, string ContentType, string Tag, bool IsFingerprinted, bool HasBrotli, bool HasGzip)
{
    /// <summary>The twin that suits the browser's Accept-Encoding; null: the file as it is.</summary>
    public string? EncodingFor(string accepted) =>
        HasBrotli && Accepts(accepted, "br") ? "br" : HasGzip && Accepts(accepted, "gzip") ? "gzip" : null;

    /// <summary>Where the twin lies.</summary>
    public string PathOf(string? encoding) => encoding switch
    {
        "br" => Path + ".br",
        "gzip" => Path + ".gz",
        _ => Path,
    };

    private static bool Accepts(string accepted, string encoding) => accepted.Split(',')
        .Select(part => part.Split(';', StringSplitOptions.TrimEntries))
        .Any(part => part[0].Equals(encoding, StringComparison.OrdinalIgnoreCase)
            && !part.Skip(1).Any(p => p.Replace(" ", "", StringComparison.Ordinal) is "q=0" or "q=0.0" or "q=0.00" or "q=0.000"));
}
