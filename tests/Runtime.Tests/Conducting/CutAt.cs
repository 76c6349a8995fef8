using Procedures.Play;
using Procedures.Storage;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// Cuts every connection to a PostgreSQL database when the n-th named place is reached. The program lives on.
/// </summary>
internal sealed class CutAt(string database, int nth) : ICrashPoints
{
    // It returns when the sessions have ended.
    private const string CutAll = """
        SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """;

    private int _reached;

    public int Reached => _reached;

    public void Reach(CrashPoint point)
    {
        if (Interlocked.Increment(ref _reached) == nth)
            Task.Run(() => PostgresServer.AskAsync(database, CutAll)).GetAwaiter().GetResult();
    }
}
