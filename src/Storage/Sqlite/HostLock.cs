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
        catch (IOException e) when (e is not FileNotFoundException and not DirectoryNotFoundException)
        {
            throw new StoreRefusedException((
                $"Another host already works on {database}. SQLite serves one host: stop the other one first.",
                $"Un autre serveur utilise déjà {database}. SQLite n'en sert qu'un : arrêtez d'abord l'autre."), e);
        }
    }

    public void Dispose() => _file.Dispose();
}
