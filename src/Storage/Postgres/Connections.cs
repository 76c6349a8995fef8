using System.Globalization;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>How connections are made: time-outs, prepared statements, a small pool.</summary>
internal static class Connections
{
    // Three hosts stay far below PostgreSQL's usual hundred connections.
    private const int LargestPool = 24;

    /// <summary>Connections that are shared and lent.</summary>
    public static string Pooled(PostgresAddress address, PostgresOptions options)
    {
        var builder = With(address, options);
        if (!address.Copy().ContainsKey("Maximum Pool Size")) builder.MaxPoolSize = LargestPool;
        builder.MaxAutoPrepare = 200;
        builder.AutoPrepareMinUsages = 2;
        // No statement of ours leaves anything behind on a connection.
        builder.NoResetOnClose = true;
        return builder.ConnectionString;
    }

    /// <summary>The connection that a host keeps for itself.</summary>
    public static string Single(PostgresAddress address, PostgresOptions options)
    {
        var builder = With(address, options);
        builder.Pooling = false;
        builder.KeepAlive = 10;
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder With(PostgresAddress address, PostgresOptions options)
    {
        var builder = address.Copy();
        var statement = (long)options.StatementTimeout.TotalMilliseconds;
        builder.ApplicationName ??= "procedures";
        // The server breaks off first and says why; the client's own limit is for a server that is silent.
        builder.CommandTimeout = (int)options.StatementTimeout.TotalSeconds + 5;
        builder.Options = string.Join(' ', builder.Options, string.Create(CultureInfo.InvariantCulture,
            $"-c statement_timeout={statement} -c lock_timeout={statement * 2 / 3} ")
            + string.Create(CultureInfo.InvariantCulture, $"-c idle_in_transaction_session_timeout={statement}")).Trim();
        return builder;
    }
}
