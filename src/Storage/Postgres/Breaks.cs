using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>What broke between the program and PostgreSQL, and how long to wait before the next attempt.</summary>
internal static class Breaks
{
    /// <summary>True when nobody knows whether PostgreSQL has done what it was asked.</summary>
    public static bool IsLostConnection(Exception exception) => exception switch
    {
        // Shutdown, crash of another session, termination by an operator, too many connections.
        PostgresException answer => answer.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || answer.SqlState.StartsWith("08", StringComparison.Ordinal) || answer.SqlState == "53300",
        NpgsqlException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>True when PostgreSQL has undone a transaction only because of what others did at the same moment.</summary>
    public static bool IsClash(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>The pause after the n-th failure in a row: from a tenth of a second up to five seconds.</summary>
    public static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromMilliseconds(Math.Min(5000, 100 * Math.Pow(2, Math.Min(failures - 1, 6))));
}
