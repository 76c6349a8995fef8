using System.Collections.Concurrent;
using Npgsql;
using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>The next release changes the tables while a host of this one works.</summary>
public sealed class PostgresUpgradeTests
{
    // Several at once, so that several connections have prepared the statement; the second time prepares it.
    private const int Rounds = 3;
    private const int AtOnce = 3;

    [Fact]
    public async Task What_is_read_is_answered_after_the_next_release_has_added_columns() =>
        await AskBeforeAndAfterAsync(all => all.Reads);

    [Fact]
    public async Task What_reads_within_a_transaction_is_done_after_the_next_release_has_added_columns() =>
        await AskBeforeAndAfterAsync(all => all.Together);

    [Fact]
    public async Task What_is_written_is_written_after_the_next_release_has_added_columns() =>
        await AskBeforeAndAfterAsync(all => all.Writes);

    [Fact]
    public async Task Nobody_is_turned_away_while_the_next_release_adds_columns()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var store = await OpenAsync(database);
        var all = new Everything(store);
        var refused = new ConcurrentBag<string>();
        using var isDone = new CancellationTokenSource();
        var clerks = new[] { all.Reads, all.Together, all.Writes }.Select(questions => Task.Run(async () =>
        {
            while (!isDone.IsCancellationRequested) await AskAsync(questions, refused);
        })).ToArray();

        for (var release = 1; release <= 6; release++)
        {
            await AddColumnsAsync(database, $"later{release}");
            await AskAsync(all.Reads, refused);
        }
        await isDone.CancelAsync();
        await Task.WhenAll(clerks);

        Assert.Empty(refused.Distinct());
    }

    private static async Task AskBeforeAndAfterAsync(Func<Everything, IReadOnlyList<(string, Func<Task>)>> questions)
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var store = await OpenAsync(database);
        var asked = questions(new Everything(store));
        var refused = new ConcurrentBag<string>();
        for (var round = 1; round <= Rounds; round++) await AskAsync(asked, refused);
        Assert.Empty(refused);

        await AddColumnsAsync(database, "later");

        for (var round = 1; round <= Rounds; round++) await AskAsync(asked, refused);
        Assert.Empty(refused);
    }

    private static async Task AskAsync(
        IReadOnlyList<(string Name, Func<Task> Ask)> questions, ConcurrentBag<string> refused)
    {
        foreach (var (name, ask) in questions)
            await Task.WhenAll(Enumerable.Range(1, AtOnce).Select(async _ =>
            {
                try
                {
                    await ask();
                }
                catch (Exception problem)
                {
                    refused.Add($"{name}: {problem}");
                }
            }));
    }

    // As the program does it: in one transaction, and once more when it meets the host's locks crosswise.
    private static async Task AddColumnsAsync(string database, string column)
    {
        var adds = $"""
            DO $$ DECLARE name text; BEGIN
                FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                    EXECUTE format('ALTER TABLE %I ADD COLUMN {column} text', name);
                END LOOP;
            END $$
            """;
        for (var isAdded = false; !isAdded;)
            try
            {
                await PostgresServer.AskAsync(database, adds);
                isAdded = true;
            }
            catch (PostgresException crossed) when (crossed.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                // PostgreSQL has waited already before it said so.
            }
    }

    private static Task<PostgresStore> OpenAsync(string database) =>
        PostgresStore.OpenAsync(PostgresAddress.Read(database), PlayDefinitions.Read);
}
