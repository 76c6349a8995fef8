using Npgsql;
using Procedures.Execution;
using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>Steps of many procedures share a commit under load, and none suffers from its neighbours.</summary>
public sealed class PostgresGroupTests : IAsyncLifetime
{
    private const string WhoWaits =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    private string _database = "";
    private PostgresStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresServer.NewDatabaseAsync();
        _store = await OpenAsync();
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task What_arrives_while_a_commit_is_running_goes_together_in_the_next_one()
    {
        var answers = await OpenProceduresAsync(12);

        var results = await CommitTogetherAsync(answers);

        Assert.All(results, result => Assert.Equal(CommitResult.Committed, result));
        // The first one was under way alone.
        Assert.Equal("2", await PostgresServer.AskAsync(
            _database, "SELECT count(DISTINCT xmin::text) FROM procedures WHERE step = 2"));
    }

    [Fact]
    public async Task Of_a_group_only_the_step_that_has_lost_its_race_is_not_written()
    {
        var answers = await OpenProceduresAsync(12);
        await using (var other = await OpenAsync())
            Assert.Equal(CommitResult.Committed, await other.CommitAsync(CommitBatch.Of(answers[7])));

        var results = await CommitTogetherAsync(answers);

        Assert.Equal([7], Enumerable.Range(0, 12).Where(i => results[i] == CommitResult.LostRace));
        Assert.Equal(11, results.Count(result => result == CommitResult.Committed));
        Assert.Equal("12", await PostgresServer.AskAsync(_database, "SELECT count(*) FROM procedures WHERE step = 2"));
        Assert.Equal("0", await PostgresServer.AskAsync(_database,
            "SELECT count(*) FROM procedures p WHERE journal_length <> (SELECT count(*) FROM journal WHERE procedure = p.id)"));
    }

    [Fact]
    public async Task Two_steps_of_one_procedure_that_are_handed_in_together_are_written_one_after_the_other()
    {
        var first = (await OpenProceduresAsync(1))[0];
        var after = first.Step.After;
        var answer = Moves.Answer(after.Waits.Single(w => w.Kind == WaitKind.Task));
        var second = new StepCommit(PlayDefinitions.Engine.Advance(after, answer, Moves.Start.AddHours(2)), answer);

        var results = await CommitTogetherAsync([first, second]);

        Assert.Equal([CommitResult.Committed, CommitResult.Committed], results);
        Assert.Equal(3, (await _store.LoadAsync(after.Id))!.Step);
    }

    [Fact]
    public async Task A_step_whose_row_somebody_holds_does_not_hold_up_those_who_come_after_it()
    {
        var answers = await OpenProceduresAsync(2);
        await using var somebody = new NpgsqlConnection(_database + ";Pooling=false");
        await somebody.OpenAsync();
        await using var holding = await somebody.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("SELECT 1 FROM procedures WHERE id = 'p0' FOR UPDATE", somebody))
            await command.ExecuteNonQueryAsync();

        var held = _store.CommitAsync(CommitBatch.Of(answers[0]));
        await SomebodyWaitsAsync();
        Assert.Equal(CommitResult.Committed, await _store.CommitAsync(CommitBatch.Of(answers[1])));

        Assert.False(held.IsCompleted);
        await holding.RollbackAsync();
        Assert.Equal(CommitResult.Committed, await held);
    }

    [Fact]
    public async Task What_was_handed_in_before_the_end_is_written_before_the_end()
    {
        var answers = await OpenProceduresAsync(6);
        var commits = answers.Select(step => _store.CommitAsync(CommitBatch.Of(step))).ToArray();

        await _store.DisposeAsync();

        Assert.All(await Task.WhenAll(commits), result => Assert.Equal(CommitResult.Committed, result));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _store.CommitAsync(CommitBatch.Of(answers[0])));
    }

    [Fact]
    public async Task Questions_of_every_kind_that_are_asked_together_get_each_its_own_answer()
    {
        var ids = (await OpenProceduresAsync(5)).Select(step => step.Step.After.Id).ToArray();
        await _store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@x.int", ContactLanguage.French));
        await _store.SaveDocumentAsync("kind", "key", "document");
        await using var stranger = await OpenAsync();

        var states = ids.Append("nobody").Select(id => stranger.LoadAsync(id)).ToArray();
        var contacts = stranger.ContactsAsync("CDH");
        var none = stranger.ContactsAsync("SGA");
        var documents = stranger.DocumentsAsync("kind");

        Assert.Equal([.. ids, null], (await Task.WhenAll(states)).Select(procedure => procedure?.Id));
        Assert.Equal("cdh@x.int", Assert.Single(await contacts).Address);
        Assert.Empty(await none);
        Assert.Equal("document", Assert.Single(await documents).Value);
    }

    private Task<PostgresStore> OpenAsync() =>
        PostgresStore.OpenAsync(PostgresAddress.Read(_database), PlayDefinitions.Read);

    private async Task SomebodyWaitsAsync()
    {
        while (await PostgresServer.AskAsync(_database, WhoWaits) == "0") { }
    }

    /// <returns>The next step of each.</returns>
    private async Task<StepCommit[]> OpenProceduresAsync(int count)
    {
        var answers = new StepCommit[count];
        for (var i = 0; i < count; i++)
        {
            var opened = Moves.Open(PlayDefinitions.Engine, $"p{i}", PlayDefinitions.TwoTasks);
            Assert.Equal(CommitResult.Committed,
                await _store.CommitAsync(CommitBatch.Of(new StepCommit(opened, Moves.Opening))));
            var answer = Moves.Answer(opened.After.Waits.Single(w => w.Kind == WaitKind.Task));
            answers[i] =
                new StepCommit(PlayDefinitions.Engine.Advance(opened.After, answer, Moves.Start.AddHours(1)), answer);
        }
        return answers;
    }

    // Somebody else holds the journal until all are handed in: they gather behind the first one.
    private async Task<CommitResult[]> CommitTogetherAsync(StepCommit[] steps)
    {
        await using var somebody = new NpgsqlConnection(_database + ";Pooling=false");
        await somebody.OpenAsync();
        await using var holding = await somebody.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("LOCK TABLE journal IN ACCESS EXCLUSIVE MODE", somebody))
            await command.ExecuteNonQueryAsync();
        var first = _store.CommitAsync(CommitBatch.Of(steps[0]));
        await SomebodyWaitsAsync();
        var others = steps.Skip(1).Select(step => _store.CommitAsync(CommitBatch.Of(step))).ToArray();
        await holding.RollbackAsync();
        return await Task.WhenAll([first, .. others]);
    }
}
