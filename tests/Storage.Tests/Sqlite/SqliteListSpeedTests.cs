using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Procedures.Execution;
using Procedures.Play;
using Xunit.Abstractions;

namespace Procedures.Storage.Sqlite;

/// <summary>Lists of 100,000 procedures: the first page comes before a person notices, and due work is an index scan.</summary>
public sealed class SqliteListSpeedTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Procedures = 100_000;
    private const double FirstPage = 100;
    private const double Searched = 400;
    private readonly TempFolder _folder = new();
    private SqliteStore _store = null!;

    public async Task InitializeAsync()
    {
        await SqliteStore.Open(_folder.File("p.db"), PlayDefinitions.Read).DisposeAsync();
        Fill();
        _store = SqliteStore.Open(_folder.File("p.db"), PlayDefinitions.Read);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_page_of_every_list_comes_at_once()
    {
        foreach (var order in Enum.GetValues<ProcedureOrder>())
            await MeasureAsync($"procedures by {order}", FirstPage,
                async () => (await _store.ProceduresAsync(new ProcedureFilter { Order = order }, PageRequest.First)).Total);
        await MeasureAsync("procedures by state", Searched,
            async () => (await _store.ProceduresAsync(new ProcedureFilter { State = "EE" }, PageRequest.First)).Total);
        await MeasureAsync("procedures by text that hardly ever occurs", Searched,
            async () => (await _store.ProceduresAsync(new ProcedureFilter { Text = "99999" }, PageRequest.First)).Total);
        await MeasureAsync("tasks of a body", FirstPage,
            async () => (await _store.OpenTasksAsync(new TaskFilter { Bodies = ["GOV(17)"] }, PageRequest.First)).Total);
        await MeasureAsync("due timers", FirstPage,
            async () => (await _store.DueTimersAsync(Moves.Start, 100)).Length);
    }

    // The best of several runs: the machine's other work is not what is measured.
    private async Task MeasureAsync(string what, double atMost, Func<Task<long>> read)
    {
        var best = double.MaxValue;
        var total = 0L;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            total = await read();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        output.WriteLine($"{what}: {best:F1} ms ({total} in all)");
        Assert.True(total > 0, what);
        Assert.True(best < atMost, $"{what} took {best:F1} ms, more than {atMost} ms.");
    }

    private void Fill()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            BEGIN;
            INSERT INTO kept_definitions VALUES ('h', '{}');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $procedures)
            INSERT INTO procedures
            SELECT 'p' || i, 'judge', 1, 'judge-1', 'h', 1, 'Suspended', 'Election of a judge ' || i, 'Élection ' || i,
                NULL, NULL, NULL, CASE i % 46 WHEN 0 THEN 'EE' ELSE 'FR' END, 'Stage', 'Étape',
                '2026-01-01T00:00:00.0000000Z', '2026-01-01T00:00:00.' || printf('%07d', i) || 'Z', NULL,
                date('2026-01-01', '+' || (i % 700) || ' days'), date('2026-01-01', '+' || (i % 700) || ' days'),
                'GOV(' || (i % 46) || ')', 'Task', 'Tâche', 1, 0, 10, 'head', 'p' || i || ' election of a judge ' || i
            FROM n;
            INSERT INTO states SELECT id, zeroblob(4000) FROM procedures;
            INSERT INTO timers (procedure, wait, due_at, try_at)
            SELECT id, 1, '2026-01-15T00:00:00.0000000Z', '2026-01-15T00:00:00.0000000Z' FROM procedures;
            INSERT INTO tasks
            SELECT id, 1, 'a', 'P1.01', 'Task', 'Tâche', 'Stage', 'Étape', waiting_for, 'Rule 1', NULL, next_deadline,
                sort_day, NULL, '', '', 0, 0, 0, 0, opened_at, NULL, NULL, NULL, NULL, 'task' FROM procedures;
            COMMIT;
            """;
        command.Parameters.AddWithValue("$procedures", Procedures);
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.File("p.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
