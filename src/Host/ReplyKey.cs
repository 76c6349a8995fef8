using System.Security.Cryptography;
using System.Text.Json;
using Procedures.Storage;

namespace Procedures;

/// <summary>Where the secret of the reply links is kept. All hosts of one database have the same.</summary>
/// <remarks>
/// The setting Replies:Key comes first. On PostgreSQL the key otherwise stands in the database, taken over from the
/// file of a host that worked alone before; on SQLite in a file that only its owner reads. It is never logged.
/// </remarks>
public static class ReplyKey
{
    private const int Length = 32;
    private const string Kind = "host";
    private const string Key = "reply-key";

    /// <summary>The 32 secret bytes; made when there are none.</summary>
    /// <exception cref="HostRefusedException">The setting or the file holds no key.</exception>
    public static async Task<byte[]> FindAsync(
        HostSettings settings, IProcedureStore store, CancellationToken cancel = default)
    {
        var file = Path.Combine(settings.DataFolder, "keys", "reply.key");
        if (settings.ReplyKey is { } set)
            return Read(set) ?? throw new HostRefusedException((
                $"Replies:Key is not {Length} bytes in Base64; “openssl rand -base64 {Length}” makes some.",
                $"Replies:Key ne compte pas {Length} octets en Base64 ; « openssl rand -base64 {Length} » en produit."));
        if (settings.Postgres is null) return OfFile(file);
        await using var turn = await store.TakeTurnAsync(Key, cancel);
        if (await store.FindDocumentAsync(Kind, Key, cancel) is { } document)
            return Read(JsonSerializer.Deserialize<string>(document) ?? "")
                ?? throw new HostRefusedException((
                    "The document host/reply-key of the database holds no key.",
                    "Le document host/reply-key de la base ne contient pas de clé."));
        var key = File.Exists(file) ? OfFile(file) : RandomNumberGenerator.GetBytes(Length);
        await store.SaveDocumentAsync(Kind, Key, JsonSerializer.Serialize(Convert.ToBase64String(key)), cancel);
        return key;
    }

    private static byte[]? Read(string text)
    {
        var bytes = new byte[Length + 1];
        return Convert.TryFromBase64String(text, bytes, out var count) && count == Length ? bytes[..Length] : null;
    }

    private static byte[] OfFile(string file)
    {
        if (!File.Exists(file)) Write(file);
        var key = File.ReadAllBytes(file);
        return key.Length == Length
            ? key
            : throw new HostRefusedException((
                $"The file {file} holds no key. Take it away: links in letters that are out then no longer work.",
                $"Le fichier {file} ne contient pas de clé. Retirez-le : les liens des lettres parties cessent de valoir."));
    }

    private static void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(RandomNumberGenerator.GetBytes(Length));
        stream.Flush(flushToDisk: true);
    }
}
