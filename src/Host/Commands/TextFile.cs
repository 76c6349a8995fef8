namespace Procedures.Commands;

/// <summary>A file read whole, or the reason why it cannot be.</summary>
/// <param name="Content">Null when the file cannot be read.</param>
public sealed record TextFile(string Path, byte[]? Content, Bilingual? Problem)
{
    /// <summary>Larger files are no definitions and no scenarios; they are refused before they are read.</summary>
    public const long Largest = 32_000_000;

    public static async Task<TextFile> ReadAsync(string path, string shownAs)
    {
        try
        {
            if (Directory.Exists(path)) return new TextFile(
                shownAs, null, ("is a folder, not a file", "est un dossier, pas un fichier"));
            if (!File.Exists(path)) return new TextFile(
                shownAs, null, ("does not exist", "n'existe pas"));
            if (new FileInfo(path).Length > Largest) return new TextFile(
                shownAs, null, ("is larger than 32 MB", "dépasse 32 Mo"));
            return new TextFile(shownAs, await File.ReadAllBytesAsync(path), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new TextFile(shownAs, null, (
                $"cannot be read: {exception.Message}", $"ne peut être lu : {exception.Message}"));
        }
    }
}
