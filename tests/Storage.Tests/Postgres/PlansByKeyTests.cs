using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Statements of steps find rows by their keys, also when PostgreSQL has planned them while the tables were empty: the
/// plan is kept, and a plan that reads a whole table would cost more with every procedure.
/// </summary>
public sealed partial class PlansByKeyTests
{
    [Theory]
    [InlineData("update_procedure")]
    [InlineData("lock_roots")]
    [InlineData("show_nested")]
    [InlineData("update_state")]
    [InlineData("clear_timer")]
    [InlineData("close_wait")]
    [InlineData("close_task")]
    [InlineData("drop_draft")]
    [InlineData("outside_done")]
    [InlineData("take_causes")]
    [InlineData("reports_for")]
    [InlineData("load_all")]
    public async Task A_plan_that_is_made_while_the_tables_are_empty_still_looks_rows_up_by_their_key(string statement)
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await PostgresServer.AskAsync(database, "VACUUM ANALYZE");

        var plan = await PlanAsync(database, TextOf(statement));

        Assert.Contains("Index Cond", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        // Each index is asked for a key: none is read from one end to the other.
        Assert.Equal(Lookups().Count(plan), plan.Split("Index Cond").Length - 1);
    }

    private static string TextOf(string statement) => statement switch
    {
        "update_procedure" => ProcedureTables.Update.Sql,
        "lock_roots" => ProcedureTables.LockRoots.Sql,
        "show_nested" => ProcedureTables.ShowNested.Sql,
        "update_state" => ProcedureTables.State.Sql,
        "clear_timer" => WaitTables.ClearTimer.Sql,
        "close_wait" => WaitTables.CloseWait.Sql,
        "close_task" => WaitTables.CloseTask.Sql,
        "drop_draft" => WaitTables.DropDraft.Sql,
        "outside_done" => WaitTables.OutsideDone.Sql,
        "take_causes" => MessageTables.Take.Sql,
        "reports_for" => Statements.Of("waits.reports_for").Replace("@keys", "$1::text[]", StringComparison.Ordinal),
        _ => Statements.Of("steps.load_all").Replace("@ids", "$1::text[]", StringComparison.Ordinal)
            .Replace("@steps", "$2::integer[]", StringComparison.Ordinal)
            .Replace("@heads", "$3::text[]", StringComparison.Ordinal),
    };

    private static async Task<string> PlanAsync(string database, string sql)
    {
        var address = Connections.Keyed(PostgresAddress.Read(database), new PostgresOptions(), "plans");
        await using var connection = new NpgsqlConnection(address + ";Pooling=false");
        await connection.OpenAsync();
        var parameters = Parameter().Matches(sql)
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Max();
        // The texts are those of the program's own .sql files.
#pragma warning disable CA2100
        await using (var prepare = new NpgsqlCommand($"PREPARE planned AS {sql}", connection))
            await prepare.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand(
            $"EXPLAIN EXECUTE planned ({string.Join(", ", Enumerable.Repeat("NULL", parameters))})", connection);
#pragma warning restore CA2100
        var lines = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameter();

    [GeneratedRegex("Index (Only )?Scan ")]
    private static partial Regex Lookups();
}
