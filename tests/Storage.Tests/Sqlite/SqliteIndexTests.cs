using Microsoft.Data.Sqlite;
using Procedures.Play;

namespace Procedures.Storage.Sqlite;

/// <summary>
/// Due work and first pages are read from an index in its order: nothing is sorted, nothing is scanned.
/// </summary>
public sealed class SqliteIndexTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("work.due_timers", "timers_due")]
    [InlineData("work.inbox_of_origin", "inbox_by_origin")]
    [InlineData("letters.pending", "letters_pending")]
    [InlineData("letters.merged", "letters_merged")]
    [InlineData("lists.by_deadline", "procedures_by_deadline")]
    [InlineData("lists.by_change", "procedures_by_change")]
    [InlineData("lists.by_opening", "procedures_by_opening")]
    [InlineData("waits.waits_for", "waits_by_key")]
    public async Task A_statement_reads_its_index(string statement, string index)
    {
        await SqliteStore.Open(_folder.File("p.db"), PlayDefinitions.Read).DisposeAsync();

        var plan = PlanOf(Statements.Of(statement));

        Assert.Contains(index, plan, StringComparison.Ordinal);
        if (statement != "waits.waits_for") Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private string PlanOf(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("p.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        // The texts are those of the program's own .sql files.
#pragma warning disable CA2100
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        foreach (var name in sql.Split('@').Skip(1)
            .Select(part => string.Concat(part.TakeWhile(c => c is '_' or >= 'a' and <= 'z'))).Distinct())
            command.Parameters.AddWithValue("@" + name, DBNull.Value);
        using var reader = command.ExecuteReader();
        var plan = "";
        while (reader.Read()) plan += reader.GetString(3) + "\n";
        return plan;
    }
}
