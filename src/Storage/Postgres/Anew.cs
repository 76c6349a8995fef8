using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Does again what PostgreSQL has refused or undone only because of what others did at the same moment: a statement
/// whose plan the next release's column has made stale, and a transaction that met another one's locks crosswise.
/// </summary>
/// <remarks>
/// A transaction must be done again as a whole: PostgreSQL has ended it. After a stale plan all connections are made
/// anew, since each of them would have to learn it, statement by statement, and Npgsql 10 runs out of places for
/// prepared statements on a connection on which many have become stale ("Invalid PreparedState").
/// </remarks>
internal static class Anew
{
    private const int MostAttempts = 20;

    /// <param name="source">Where the work takes its connection.</param>
    /// <param name="work">Leaves nothing behind when it fails.</param>
    public static async Task<T> DoAsync<T>(
        NpgsqlDataSource source, Func<Task<T>> work, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await work();
            }
            catch (PostgresException problem) when (Breaks.IsClash(problem) && attempt < MostAttempts)
            {
                Forget(source, problem);
                await Pauses.WaitAsync(TimeSpan.FromMilliseconds(5 * (attempt - 1)), cancel);
            }
    }

    /// <summary>From now on plans are made on new connections, when that is what the problem was.</summary>
    public static void Forget(NpgsqlDataSource source, Exception problem)
    {
        if (Breaks.IsStalePlan(problem)) source.Clear();
    }
}
