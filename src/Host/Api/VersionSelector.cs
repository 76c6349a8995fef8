using System.Globalization;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Elsa's word for which versions of a definition are meant: Latest, Published, Draft …, or a number.</summary>
internal sealed record VersionSelector(string Word)
{
    /// <summary>Every version.</summary>
    public static readonly VersionSelector All = new("AllVersions");

    /// <summary>Reads the query's versionOptions; null when there is none.</summary>
    public static VersionSelector? Read(string? word) => string.IsNullOrWhiteSpace(word) ? null : new(word.Trim());

    public bool Selects(DefinitionRow row) => Word.ToUpperInvariant() switch
    {
        "LATEST" => row.IsLatest,
        "PUBLISHED" => row.IsPublished,
        "LATESTORPUBLISHED" => row.IsLatest || row.IsPublished,
        "LATESTANDPUBLISHED" => row.IsLatest && row.IsPublished,
        "DRAFT" => row.IsLatest && !row.IsPublished,
        var word when int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            row.Version == number,
        _ => true,
    };
}
