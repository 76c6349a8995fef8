using System.Net.Sockets;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>What broke between the program and PostgreSQL, and how long to wait before the next attempt.</summary>
internal static class Breaks
{
    /// <summary>True when nobody knows whether PostgreSQL has done what it was asked.</summary>
    public static bool IsLostConnection(Exception exception) => exception switch
    {
        PostgresException answer => IsFarewell(answer.SqlState),
        NpgsqlException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>
    /// True when the connection or the server has ended, whatever was asked. An answer that took too long is not of this
    /// kind: the question may be to blame.
    /// </summary>
    public static bool IsOutOfReach(Exception exception) => exception switch
    {
        PostgresException answer => IsFarewell(answer.SqlState),
        NpgsqlException { InnerException: IOException or SocketException } => true,
        _ => false,
    };

    // Shutdown, crash of another session, termination by an operator, too many connections, and a transaction that was
    // ended because its host stood still.
    private static bool IsFarewell(string state) => state.StartsWith("57P", StringComparison.Ordinal)
        || state.StartsWith("08", StringComparison.Ordinal) || state is "53300" or "25P03";

    /// <summary>True when PostgreSQL has undone a transaction only because of what others did at the same moment.</summary>
    public static bool IsClash(Exception exception) => IsStalePlan(exception)
        || exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>
    /// True when a prepared statement does not fit its table any more, because the next release has added a column while
    /// this host works. The statement is prepared anew when it is asked again.
    /// </summary>
    public static bool IsStalePlan(Exception exception) =>
        exception is PostgresException
        {
            SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: "RevalidateCachedQuery",
        };

    /// <summary>The pause after the n-th failure in a row: from a tenth of a second up to five seconds.</summary>
    public static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromMilliseconds(Math.Min(5000, 100 * Math.Pow(2, Math.Min(failures - 1, 6))));
}
