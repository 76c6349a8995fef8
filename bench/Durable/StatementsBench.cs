using System.Globalization;
using System.Runtime.CompilerServices;

namespace Procedures.Bench;

/// <summary>
/// Where PostgreSQL's share of an operation goes, by statement: asked of pg_stat_statements, whose own work is in it.
/// </summary>
/// <param name="works">Names of <see cref="Works.All"/>.</param>
internal sealed class StatementsBench(Subject subject, Cluster cluster, Sizes sizes, string[] works, string root, Action<string> say)
{
    private const string Database = "statements";

    /// <summary>What the server must load for it.</summary>
    public const string Settings =
        " shared_preload_libraries=pg_stat_statements pg_stat_statements.track_planning=on pg_stat_statements.track=top";

    private const string Reset = "SELECT pg_stat_statements_reset(), pg_stat_reset(), pg_stat_reset_shared('wal')";

    private const string Statements = """
        SELECT string_agg(line, E'\n') FROM (
            SELECT format('%s %s plan %s exec %s rows %s wal %s  %s', to_char(1000 * (total_plan_time + total_exec_time) / {0}, '99990.0'),
                'calls ' || round(calls / {0}::numeric, 3), round((1000 * total_plan_time / {0})::numeric, 1),
                round((1000 * total_exec_time / {0})::numeric, 1), round(rows / {0}::numeric, 2), round(wal_bytes / {0}),
                left(regexp_replace(query, '\s+', ' ', 'g'), 90)) AS line
            FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
            WHERE d.datname = current_database()
            ORDER BY total_plan_time + total_exec_time DESC LIMIT 32) x
        """;

    private const string Tables = """
        SELECT string_agg(format('%s: +%s ~%s (hot %s) -%s', relname, round(n_tup_ins / {0}::numeric, 2),
            round(n_tup_upd / {0}::numeric, 2), round(n_tup_hot_upd / {0}::numeric, 2), round(n_tup_del / {0}::numeric, 2)), '; '
            ORDER BY relname)
        FROM pg_stat_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
        """;

    private const string Wal =
        "SELECT format('wal %s bytes in %s records, %s full pages; %s syncs, %s commits', round(wal_bytes / {0}), "
        + "round(wal_records / {0}::numeric, 1), round(wal_fpi / {0}::numeric, 3), round(wal_sync / {0}::numeric, 3), "
        + "(SELECT round(xact_commit / {0}::numeric, 2) FROM pg_stat_database WHERE datname = current_database())) FROM pg_stat_wal";

    public async IAsyncEnumerable<Figure> MeasureAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var workshop = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync(Database));
        await workshop.FurnishAsync(
            [.. BenchDefinitions.All, .. subject.Documents],
            await File.ReadAllTextAsync(Path.Combine(root, "workflows", "contacts.json"), cancel));
        await cluster.AskAsync(Database, "CREATE EXTENSION pg_stat_statements");
        var measured = new Works(subject, cluster, sizes, workshop, new TimerLoad(cluster, workshop));
        foreach (var work in works)
        {
            say(work);
            await measured.DoAsync(work, 0);
            var rate = await measured.DoAsync(work, 1, () => cluster.AskAsync(Database, Reset));
            // What sessions have counted reaches the views when they have idled for a moment.
            await Task.Delay(TimeSpan.FromSeconds(1.5), cancel);
            string Of(string sql) => string.Format(CultureInfo.InvariantCulture, sql, rate.Operations);
            var (wal, tables, statements) = (await cluster.AskAsync(Database, Of(Wal)),
                await cluster.AskAsync(Database, Of(Tables)), await cluster.AskAsync(Database, Of(Statements)));
            yield return new(work, "–", string.Create(CultureInfo.InvariantCulture,
                $"{rate.PerSecond:N0}/s, {rate.CpuText}\n{wal}\n{tables}\nµs an operation, by statement:\n{statements}"));
        }
    }
}
