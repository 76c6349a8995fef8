using Procedures.Execution;
using Procedures.Play;
using Procedures.Storage.Sqlite;

namespace Procedures.Storage.Postgres;

/// <summary>A SQLite database that is moved is there whole, and works on.</summary>
public sealed class SqliteMoveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_arrives_and_goes_on()
    {
        await WriteAsync();
        var address = PostgresAddress.Read(await PostgresServer.NewDatabaseAsync());

        var tables = await SqliteMove.RunAsync(_folder.File("p.db"), address, AcceptAsync);

        Assert.Equal(3, tables.Single(t => t.Name == "procedures").Rows);
        await using var file = SqliteStore.Open(_folder.File("p.db"), PlayDefinitions.Read);
        await using var moved = await PostgresStore.OpenAsync(address, PlayDefinitions.Read);
        foreach (var id in (string[])["p1", "p2", "p3"])
        {
            // The journal is exact to 100 ns; what lists show, to a microsecond.
            Assert.Equal(await EntriesAsync(file, id), await EntriesAsync(moved, id));
            if (id == "p1") continue;
            Assert.Equal(await file.FindProcedureAsync(id), await moved.FindProcedureAsync(id));
            Assert.Equal((await file.TasksOfAsync(id)).ToArray(), (await moved.TasksOfAsync(id)).ToArray());
        }
        Assert.Equal(await file.InboxAsync(Moves.Start, 10), await moved.InboxAsync(Moves.Start, 10), (a, b) =>
            a.SequenceEqual(b));
        Assert.Equal(await file.NextMomentAsync(), await moved.NextMomentAsync());
        Assert.Equal(8, await moved.NextNumberAsync("stem"));
        var kept = (await moved.RevisionsAsync("d", PageRequest.First)).Items.Single();
        Assert.True(await moved.KeepRevisionAsync(kept with { Kind = RevisionKind.Conflict }, "two") > kept.Number);

        var procedure = (await moved.LoadAsync("p2"))!;
        var answer = Moves.Answer(procedure.Waits.Single(w => w.Kind == WaitKind.Task));
        var step = PlayDefinitions.Engine.Advance(procedure, answer, Moves.Start.AddDays(1));
        Assert.Equal(CommitResult.Committed, await moved.CommitAsync(CommitBatch.Of(new StepCommit(step, answer))));
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_refused()
    {
        await WriteAsync();
        var address = PostgresAddress.Read(await PostgresServer.NewDatabaseAsync());
        await SqliteMove.RunAsync(_folder.File("p.db"), address, AcceptAsync);

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() =>
            SqliteMove.RunAsync(_folder.File("p.db"), address, AcceptAsync));
        Assert.Contains("not empty", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_pass_the_check_is_not_kept()
    {
        await WriteAsync();
        var database = await PostgresServer.NewDatabaseAsync();

        await Assert.ThrowsAsync<StoreRefusedException>(() => SqliteMove.RunAsync(
            _folder.File("p.db"), PostgresAddress.Read(database), _ => Task.FromResult<Bilingual?>(("Not so.", "Non."))));

        Assert.Equal("0", await PostgresServer.AskAsync(database, "SELECT count(*) FROM procedures"));
    }

    private async Task WriteAsync()
    {
        await using var store = SqliteStore.Open(_folder.File("p.db"), PlayDefinitions.Read);
        foreach (var id in (string[])["p1", "p2", "p3"])
        {
            var step = Moves.Open(PlayDefinitions.Engine, id, PlayDefinitions.TwoTasks);
            await store.CommitAsync(CommitBatch.Of(new StepCommit(step, Moves.Opening)));
        }
        var first = (await store.LoadAsync("p1"))!;
        var answer = Moves.Answer(first.Waits.Single(w => w.Kind == WaitKind.Task));
        var next = PlayDefinitions.Engine.Advance(first, answer, Moves.Start.AddTicks(1234567));
        await store.CommitAsync(CommitBatch.Of(new StepCommit(next, answer)));
        foreach (var _ in Enumerable.Range(1, 7)) await store.NextNumberAsync("stem");
        await store.SaveDefinitionAsync(
            new StoredDefinition
            {
                Id = "d-v1", DefinitionId = "d", Version = 1, Name = "Definition", Hash = "hash", IsLatest = true,
                CreatedAt = Moves.Start, SavedAt = Moves.Start, Document = "one",
            },
            new Author("Anna Alder", "window-a"), []);
        await store.PostAsync([.. Enumerable.Range(1, 3).Select(i => new InboxMessage(
            $"m{i}", "m", new Dispatch.Publish("e", null, Expressions.Value.Null), Moves.Start))]);
    }

    private static Task<Bilingual?> AcceptAsync(IJournalReader journals) => Task.FromResult<Bilingual?>(null);

    private static async Task<List<Journal.JournalEntry>> EntriesAsync(IJournalReader store, string id)
    {
        var entries = new List<Journal.JournalEntry>();
        await foreach (var entry in store.ReadJournalAsync(id)) entries.Add(entry);
        return entries;
    }
}
