using System.Globalization;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>How connections are made: time-outs, prepared statements, a small pool.</summary>
internal static class Connections
{
    // Three hosts stay below PostgreSQL's usual hundred connections.
    private const int LargestPool = 10;

    /// <summary>
    /// Connections that are lent for statements that look for rows by their key, whatever the arrays they are given hold:
    /// the plan is made once, and it uses the keys also while tables are so small that reading all of them looks cheaper.
    /// </summary>
    private const string ByKey =
        "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off "
        + "-c jit=off";

    /// <summary>Connections that are shared and lent, for statements that PostgreSQL had better plan each time.</summary>
    public static string Pooled(PostgresAddress address, PostgresOptions options)
    {
        var builder = Shared(address, options);
        return builder.ConnectionString;
    }

    /// <summary>Connections for statements that find rows by their key.</summary>
    /// <param name="use">Connections of another use are other connections: they are never waited for.</param>
    public static string Keyed(PostgresAddress address, PostgresOptions options, string use)
    {
        var builder = Shared(address, options);
        builder.Options = $"{builder.Options} {ByKey}";
        builder.ApplicationName = $"{builder.ApplicationName} {use}";
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Shared(PostgresAddress address, PostgresOptions options)
    {
        var builder = With(address, options);
        if (!address.Copy().ContainsKey("Maximum Pool Size")) builder.MaxPoolSize = LargestPool;
        builder.MaxAutoPrepare = 200;
        builder.AutoPrepareMinUsages = 2;
        // No statement of ours leaves anything behind on a connection.
        builder.NoResetOnClose = true;
        return builder;
    }

    /// <summary>A connection on which a statement may take as long as it needs.</summary>
    public static string Patient(PostgresAddress address, PostgresOptions options)
    {
        var builder = With(address, options);
        builder.Pooling = false;
        builder.CommandTimeout = 0;
        builder.Options += " -c statement_timeout=0";
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
            // What a host holds that stands still falls free before those who wait for it give up.
            + string.Create(CultureInfo.InvariantCulture, $"-c idle_in_transaction_session_timeout={statement / 2} ")
            // A machine that is gone without a farewell is noticed within a minute: its letters must not wait for hours.
            + "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3").Trim();
        return builder;
    }
}
