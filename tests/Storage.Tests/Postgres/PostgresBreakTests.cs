using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>What breaks while it is written: the neighbours stay whole, and nobody is told what is not so.</summary>
public sealed class PostgresBreakTests
{
    private const string CutAll = """
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """;

    [Fact]
    public async Task A_step_that_cannot_be_written_leaves_its_neighbours_whole()
    {
        await using var store = await OpenAsync(await PostgresServer.NewDatabaseAsync());
        var good = Enumerable.Range(1, 30).Select(i => store.CommitAsync(CommitBatch.Of(Opening($"p{i}")))).ToArray();
        var bad = Enumerable.Range(1, 5).Select(i => store.CommitAsync(CommitBatch.Of(Unwritable($"bad{i}")))).ToArray();

        foreach (var task in bad) await Assert.ThrowsAnyAsync<Exception>(() => task);
        Assert.All(await Task.WhenAll(good), result => Assert.Equal(CommitResult.Committed, result));
        Assert.Equal(30, (await store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Total);
    }

    [Fact]
    public async Task Connections_that_are_cut_lose_no_step_and_write_none_twice()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var store = await OpenAsync(database);
        await store.CommitAsync(CommitBatch.Of(Opening("first")));

        var commits = new List<Task<CommitResult>>();
        foreach (var i in Enumerable.Range(1, 300))
        {
            commits.Add(store.CommitAsync(CommitBatch.Of(Opening($"p{i}"))));
            if (i % 50 == 0) await PostgresServer.AskAsync(database, CutAll);
        }

        // Each is told that it is written, and each is there once: what was in doubt has been looked up.
        Assert.All(await Task.WhenAll(commits), result => Assert.Equal(CommitResult.Committed, result));
        Assert.Equal("301", await PostgresServer.AskAsync(database, "SELECT count(*) FROM procedures"));
        Assert.Equal("0", await PostgresServer.AskAsync(database,
            "SELECT count(*) FROM procedures p WHERE journal_length <> (SELECT count(*) FROM journal WHERE procedure = p.id)"));
    }

    private static Task<PostgresStore> OpenAsync(string database) =>
        PostgresStore.OpenAsync(PostgresAddress.Read(database), PlayDefinitions.Read);

    private static StepCommit Opening(string id) =>
        new(Moves.Open(PlayDefinitions.Engine, id, PlayDefinitions.TwoTasks), Moves.Opening);

    // Its letter has a character that no text of PostgreSQL may have.
    private static StepCommit Unwritable(string id) => Opening(id) with
    {
        Letters =
        [
            new StoredLetter
            {
                Id = $"<{id}@x.int>", ProcedureId = id, Wait = 1, Occasion = "task", Kind = "Task", Body = "CDH",
                ContactName = "", Address = "a@x.int", Language = Language.English, Subject = "\0", Text = "", Html = "",
                Logical = "{}", WrittenAt = Moves.Start,
            },
        ],
    };
}
