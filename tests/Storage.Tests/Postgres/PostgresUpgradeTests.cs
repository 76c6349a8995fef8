using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>The next release changes the tables while a host of this one works.</summary>
public sealed class PostgresUpgradeTests
{
    [Fact]
    public async Task A_column_that_the_next_release_adds_is_not_noticed()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var store = await PostgresStore.OpenAsync(PostgresAddress.Read(database), PlayDefinitions.Read);
        await AskOftenAsync(store);

        await PostgresServer.AskAsync(database, """
            ALTER TABLE procedures ADD COLUMN later text; ALTER TABLE tasks ADD COLUMN later text;
            ALTER TABLE letters ADD COLUMN later text; ALTER TABLE timers ADD COLUMN later text;
            ALTER TABLE waits ADD COLUMN later text; ALTER TABLE journal ADD COLUMN later text;
            ALTER TABLE inbox ADD COLUMN later text; ALTER TABLE states ADD COLUMN later text;
            ALTER TABLE definitions ADD COLUMN later text; ALTER TABLE contacts ADD COLUMN later text;
            """);

        await AskOftenAsync(store);
    }

    // A statement is prepared when it is asked for the second time.
    private static async Task AskOftenAsync(PostgresStore store)
    {
        for (var i = 0; i < 4; i++)
        {
            await store.ProceduresAsync(ProcedureFilter.All, PageRequest.First);
            await store.OpenTasksAsync(TaskFilter.All, PageRequest.First);
            await store.LettersAsync(LetterFilter.All, PageRequest.First);
            await store.PendingLettersAsync(Moves.Start, 10);
            await store.FindLetterAsync("nobody");
            await store.LoadAsync("nobody");
            await store.TasksOfAsync("nobody");
            await store.DefinitionsAsync();
            await store.ContactsAsync();
            await store.ContactsAsync("CDH");
            await using var claim = await store.ClaimTimersAsync(Moves.Start, 10);
        }
    }
}
