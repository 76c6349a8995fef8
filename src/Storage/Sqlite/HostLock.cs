namespace Procedures.Storage.Sqlite;

/// <summary>
/// The mark that a host works on the database. The operating system takes it away when the host dies.
/// </summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    /// <exception cref="StoreRefusedException">Another host works on the database.</exception>
    public static HostLock Take(string database)
    {
        var path = database + ".lock";
        try
        {
            return new HostLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw new StoreRefusedException((
                $"Another host already works on {database}. SQLite serves one host: stop the other one first.",
                $"Un autre serveur utilise déjà {database}. SQLite n'en sert qu'un : arrêtez d'abord l'autre."), e);
        }
    }

    public void Dispose() => _file.Dispose();

    // A disk that is full or read-only raises the same exception: only the number tells them apart (EAGAIN on Linux and
    // macOS, ERROR_SHARING_VIOLATION on Windows).
    private static bool IsHeldByAnother(IOException problem) =>
        problem.HResult is 11 or 35 or unchecked((int)0x80070020);
}
