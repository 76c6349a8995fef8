using Microsoft.Data.Sqlite;
using Procedures.Play;

namespace Procedures.Storage.Sqlite;

/// <summary>
/// Lists and due work are read by an index: no query sorts or scans what grows. bench/ measures how fast.
/// </summary>
public sealed class SqliteQueryPlanTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    public async Task InitializeAsync() =>
        await SqliteStore.Open(_folder.File("p.db"), PlayDefinitions.Read).DisposeAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lists.by_deadline", "procedures_by_deadline")]
    [InlineData("lists.by_change", "procedures_by_change")]
    [InlineData("lists.by_opening", "procedures_by_opening")]
    [InlineData("work.due_timers", "timers_due")]
    public void The_first_page_follows_an_index(string statement, string index)
    {
        var plan = PlanOf(Statements.Of(statement));
        Assert.Contains(plan, line => line.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
    }

    private List<string> PlanOf(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("p.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(sql, @"@\w+").Select(m => m.Value).Distinct())
            command.Parameters.AddWithValue(name, DBNull.Value);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read()) lines.Add(reader.GetString(3));
        return lines;
    }
}
