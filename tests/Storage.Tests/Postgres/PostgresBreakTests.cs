using Procedures.Execution;
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
    public async Task A_step_that_cannot_be_written_leaves_the_other_timers_of_its_claim_whole()
    {
        await using var store = await OpenAsync(await PostgresServer.NewDatabaseAsync());
        foreach (var id in new[] { "p1", "p2", "p3" }) await store.CommitAsync(CommitBatch.Of(Opening(id)));
        await using var claim = await store.ClaimTimersAsync(Moves.Start.AddYears(1), 10);
        var commits = new List<StepCommit>();
        foreach (var timer in claim.Timers)
        {
            var stimulus = new Stimulus.TimerDue(timer.Wait);
            var before = (await claim.LoadAsync(timer.ProcedureId))!;
            var commit = new StepCommit(PlayDefinitions.Engine.Advance(before, stimulus, timer.DueAt), stimulus);
            commits.Add(before.Id == "p2" ? commit with { Letters = Unwritable("p2").Letters } : commit);
        }

        var written = await claim.CommitAsync([.. commits]);

        foreach (var (commit, ending) in commits.Zip(written))
            if (commit.Step.After.Id == "p2") await Assert.ThrowsAnyAsync<Exception>(() => ending);
            else Assert.Equal(CommitResult.Committed, await ending);
    }

    [Fact]
    public async Task Half_a_character_is_kept_as_the_sign_for_what_cannot_be_read_and_breaks_no_connection()
    {
        await using var store = await OpenAsync(await PostgresServer.NewDatabaseAsync());
        var commits = Enumerable.Range(1, 20).Select(i => store.CommitAsync(CommitBatch.Of(
            Unwritable($"p{i}", i % 5 == 0 ? "cut \ud83d" : "whole \ud83d\ude00")))).ToArray();

        Assert.All(await Task.WhenAll(commits), result => Assert.Equal(CommitResult.Committed, result));
        await store.SaveContactAsync(new Contact("CDH", "Ms K\ud83d", "a@x.int", ContactLanguage.English));
        Assert.Equal("Ms K\ufffd", Assert.Single(await store.ContactsAsync()).Name);
        Assert.Equal("cut \ufffd", (await store.FindLetterAsync("<p5@x.int>"))!.Subject);
        Assert.Equal("whole \ud83d\ude00", (await store.FindLetterAsync("<p1@x.int>"))!.Subject);
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

    [Fact]
    public async Task A_question_that_PostgreSQL_refuses_spoils_no_answer_to_others_who_ask_at_the_same_time()
    {
        await using var store = await OpenAsync(await PostgresServer.NewDatabaseAsync());
        await store.CommitAsync(CommitBatch.Of(Opening("p")));

        // The first one is on its way when the others come, and they go together.
        var first = store.LoadAsync("p");
        var (refused, beside) = (store.LoadAsync("\0"), store.LoadAsync("p"));
        var other = store.FindDefinitionAsync("two-tasks", VersionChoice.Published);

        Assert.Null(await refused);
        Assert.Equal(1, (await first)!.Step);
        Assert.Equal(1, (await beside)!.Step);
        Assert.Null(await other);
    }

    [Fact]
    public async Task After_a_break_nothing_is_taken_for_stored_that_another_server_may_never_have_had()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var store = await OpenAsync(database);
        await store.CommitAsync(CommitBatch.Of(Opening("p1")));
        Assert.Equal(1, (await store.AddressBookAsync()).Revision);
        var stands = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Changed += change =>
        {
            if (!change.IsOwn) stands.TrySetResult();
        };

        // A copy that lagged behind has taken the server's place: the last commits are not there, and others are.
        await PostgresServer.AskAsync(database, """
            ALTER TABLE kept_definitions DISABLE TRIGGER ALL;
            DELETE FROM kept_definitions;
            ALTER TABLE kept_definitions ENABLE TRIGGER ALL;
            ALTER TABLE contacts DISABLE TRIGGER ALL;
            INSERT INTO contacts (body, address, name, language, role) VALUES ('CDH', 'a@x.int', '', 'English', '');
            """);
        await PostgresServer.AskAsync(database, CutAll);
        await stands.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await store.CommitAsync(CommitBatch.Of(Opening("p2")));

        Assert.Single((await store.AddressBookAsync()).Of("CDH"));
        await using var another = await OpenAsync(database);
        Assert.Equal(1, (await another.LoadAsync("p2"))!.Step);
    }

    private static Task<PostgresStore> OpenAsync(string database) =>
        PostgresStore.OpenAsync(PostgresAddress.Read(database), PlayDefinitions.Read);

    private static StepCommit Opening(string id) =>
        new(Moves.Open(PlayDefinitions.Engine, id, PlayDefinitions.TwoTasks), Moves.Opening);

    // Its letter has a character that no text of PostgreSQL may have.
    private static StepCommit Unwritable(string id, string subject = "\0") => Opening(id) with
    {
        Letters =
        [
            new StoredLetter
            {
                Id = $"<{id}@x.int>", ProcedureId = id, Wait = 1, Occasion = "task", Kind = "Task", Body = "CDH",
                ContactName = "", Address = "a@x.int", Language = Language.English, Subject = subject, Text = "", Html = "",
                Logical = "{}", WrittenAt = Moves.Start,
            },
        ],
    };
}
