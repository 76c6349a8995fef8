using System.Collections.Concurrent;
using Procedures.Execution;
using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Several hosts on one database: they share what is to be done, and what a dead one held falls free.
/// </summary>
public sealed class PostgresHostsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private string _database = "";
    private PostgresStore _one = null!;
    private PostgresStore _two = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresServer.NewDatabaseAsync();
        (_one, _two) = (await OpenAsync(), await OpenAsync());
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    [Fact]
    public async Task No_number_is_given_twice_although_each_host_takes_some_ahead()
    {
        var asked = Enumerable.Range(0, 600).Select(i => (i % 2 == 0 ? _one : _two).NextNumberAsync("judge-2026"));

        var numbers = await Task.WhenAll(asked);

        Assert.Equal(600, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.InRange(number, 1, 632));
    }

    [Fact]
    public async Task Timers_that_one_host_has_taken_are_passed_over_by_the_other_until_it_lets_them_go()
    {
        foreach (var i in Enumerable.Range(1, 6)) await OpenProcedureAsync($"p{i}");

        await using (var first = await _one.ClaimTimersAsync(Moves.Start.AddYears(1), 4))
        await using (var second = await _two.ClaimTimersAsync(Moves.Start.AddYears(1), 4))
        {
            Assert.Equal((4, 2), (first.Timers.Length, second.Timers.Length));
            Assert.Empty(first.Timers.Select(t => t.ProcedureId).Intersect(second.Timers.Select(t => t.ProcedureId)));
        }

        await using var again = await _two.ClaimTimersAsync(Moves.Start.AddYears(1), 10);
        Assert.Equal(6, again.Timers.Length);
    }

    [Fact]
    public async Task Steps_of_a_claim_are_written_together_and_seen_by_the_other_host()
    {
        foreach (var i in Enumerable.Range(1, 3)) await OpenProcedureAsync($"p{i}");
        await using (var claim = await _one.ClaimTimersAsync(Moves.Start.AddYears(1), 10))
        {
            var commits = new List<StepCommit>();
            foreach (var timer in claim.Timers)
            {
                var stimulus = new Stimulus.TimerDue(timer.Wait);
                var step = PlayDefinitions.Engine.Advance((await claim.LoadAsync(timer.ProcedureId))!, stimulus,
                    timer.DueAt);
                commits.Add(new StepCommit(step, stimulus));
            }
            foreach (var written in await claim.CommitAsync([.. commits]))
                Assert.Equal(CommitResult.Committed, await written);
        }

        foreach (var i in Enumerable.Range(1, 3)) Assert.Equal(2, (await _two.LoadAsync($"p{i}"))!.Step);
    }

    [Fact]
    public async Task A_number_that_a_living_host_has_is_given_to_no_other_when_a_crash_has_turned_the_sequence_back()
    {
        await PostgresServer.AskAsync(_database, $"SELECT setval('host_numbers', {_one.HostNumber}, false)");

        await using var third = await OpenAsync();

        Assert.Equal(3, new[] { _one.HostNumber, _two.HostNumber, third.HostNumber }.Distinct().Count());
    }

    [Fact]
    public async Task A_message_is_done_by_one_host()
    {
        await _one.PostAsync(
            [new InboxMessage("m", "m", new Dispatch.Publish("e", null, Expressions.Value.Null), Moves.Start)]);

        await using (var claim = await _one.ClaimMessageAsync(Moves.Start))
        {
            Assert.NotNull(claim);
            Assert.Null(await _two.ClaimMessageAsync(Moves.Start));
            Assert.True(await claim.ReplaceAsync([]));
        }

        Assert.Null(await _two.ClaimMessageAsync(Moves.Start));
    }

    [Fact]
    public async Task Of_two_hosts_with_the_same_state_exactly_one_writes_its_step()
    {
        var procedure = await OpenProcedureAsync("p");
        var answer = Moves.Answer(procedure.Waits.Single(w => w.Kind == WaitKind.Task));
        var step = new StepCommit(PlayDefinitions.Engine.Advance(procedure, answer, Moves.Start), answer);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? _one : _two).CommitAsync(CommitBatch.Of(step))));

        Assert.Equal(1, results.Count(r => r == CommitResult.Committed));
        Assert.Equal(19, results.Count(r => r == CommitResult.LostRace));
    }

    [Fact]
    public async Task What_a_host_remembers_is_never_given_out_for_what_is_stored()
    {
        var procedure = await OpenProcedureAsync("p");
        var answer = Moves.Answer(procedure.Waits.Single(w => w.Kind == WaitKind.Task));
        await _two.CommitAsync(CommitBatch.Of(
            new StepCommit(PlayDefinitions.Engine.Advance((await _two.LoadAsync("p"))!, answer, Moves.Start), answer)));

        Assert.Equal(1, _one.LastKnown("p")!.Step);
        Assert.Equal(2, (await _one.LoadAsync("p"))!.Step);
        Assert.Equal(2, _one.LastKnown("p")!.Step);
    }

    [Fact]
    public async Task Only_the_letters_of_a_dead_host_become_not_known()
    {
        await OpenProcedureAsync("p", Letter("<a@x.int>"), Letter("<b@x.int>") with { Address = "b@x.int" });
        Assert.True(await _one.BeginAttemptAsync("<a@x.int>", Moves.Start));
        Assert.True(await _two.BeginAttemptAsync("<b@x.int>", Moves.Start));
        Assert.Equal(0, await _two.AbandonAttemptsAsync(("Stopped.", "Arrêté."), Moves.Start));

        await _one.DisposeAsync();

        Assert.Equal(1, await _two.AbandonAttemptsAsync(("Stopped.", "Arrêté."), Moves.Start));
        Assert.Equal(LetterState.NotKnown, (await _two.FindLetterAsync("<a@x.int>"))!.State);
        Assert.Equal(LetterState.Sending, (await _two.FindLetterAsync("<b@x.int>"))!.State);
    }

    [Fact]
    public async Task A_host_that_was_only_taken_for_dead_still_says_how_its_attempt_ended()
    {
        await OpenProcedureAsync("p", Letter("<a@x.int>"));
        Assert.True(await _one.BeginAttemptAsync("<a@x.int>", Moves.Start));
        await TakeForDeadAsync();

        Assert.True(await _one.EndLetterAsync("<a@x.int>", LetterState.Sending, Sent));

        Assert.Equal(LetterState.Sent, (await _two.FindLetterAsync("<a@x.int>"))!.State);
    }

    [Fact]
    public async Task It_says_nothing_of_the_attempt_of_another_host()
    {
        await OpenProcedureAsync("p", Letter("<a@x.int>"));
        Assert.True(await _one.BeginAttemptAsync("<a@x.int>", Moves.Start));
        await TakeForDeadAsync();
        // A person has it sent once more, and the other host begins.
        Assert.True(await _two.EndLetterAsync(
            "<a@x.int>", LetterState.NotKnown, new LetterEnding(LetterState.Pending, Moves.Start)
                { ResolvedBy = "Clerk" }));
        Assert.True(await _two.BeginAttemptAsync("<a@x.int>", Moves.Start));

        Assert.False(await _one.EndLetterAsync("<a@x.int>", LetterState.Sending, Sent));

        Assert.Equal(LetterState.Sending, (await _two.FindLetterAsync("<a@x.int>"))!.State);
    }

    [Theory]
    [InlineData("00:00:05", true)]
    [InlineData("01:00:00", false)]
    public async Task Of_timers_the_other_hosts_are_told_that_fall_due_before_they_look(string pause, bool isTold)
    {
        var heard = new TaskCompletionSource<StoreChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        _one.Changed += change => heard.TrySetResult(change);
        var delay = PlayDefinitions.Sequence("delay", new
        {
            type = "Elsa.Delay", id = "d",
                timeSpan = new { typeName = "TimeSpan", expression = new { type = "Literal", value = pause } },
        });

        await _two.CommitAsync(CommitBatch.Of(
            new StepCommit(Moves.Open(PlayDefinitions.Engine, "p", delay), Moves.Opening)));

        Assert.Equal(isTold, (await heard.Task.WaitAsync(Patience)).HasDueWork);
    }

    [Fact]
    public async Task Of_messages_the_other_hosts_are_told()
    {
        var heard = new TaskCompletionSource<StoreChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        _one.Changed += change => heard.TrySetResult(change);

        await _two.PostAsync(
            [new InboxMessage("m", "m", new Dispatch.Publish("e", null, Expressions.Value.Null), Moves.Start)]);

        Assert.True((await heard.Task.WaitAsync(Patience)).HasDueWork);
    }

    [Fact]
    public async Task A_change_is_heard_by_every_host()
    {
        var heard = new TaskCompletionSource<StoreChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        var own = new TaskCompletionSource<StoreChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        _one.Changed += change => heard.TrySetResult(change);
        _two.Changed += change => own.TrySetResult(change);

        // The host that came later has seen the other one when it looked around.
        await _two.CommitAsync(CommitBatch.Of(
            new StepCommit(Moves.Open(PlayDefinitions.Engine, "p", PlayDefinitions.TwoTasks), Moves.Opening)));

        var (far, near) = (await heard.Task.WaitAsync(Patience), await own.Task.WaitAsync(Patience));
        Assert.Equal((false, "p"), (far.IsOwn, Assert.Single(far.ProcedureIds)));
        Assert.Equal((true, "p"), (near.IsOwn, Assert.Single(near.ProcedureIds)));
    }

    [Fact]
    public async Task What_a_host_writes_last_is_told_although_it_ends_at_once()
    {
        var heard = new ConcurrentBag<string>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _one.Changed += change =>
        {
            foreach (var id in change.ProcedureIds) heard.Add(id);
            if (heard.Distinct().Count() == 5) all.TrySetResult();
        };

        foreach (var i in Enumerable.Range(1, 5))
            await _two.CommitAsync(CommitBatch.Of(
                new StepCommit(Moves.Open(PlayDefinitions.Engine, $"p{i}", PlayDefinitions.TwoTasks), Moves.Opening)));
        await _two.DisposeAsync();

        await all.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task What_one_host_must_do_alone_waits_for_its_turn()
    {
        var turn = await _one.TakeTurnAsync("start");
        var next = _two.TakeTurnAsync("start");
        await using (await _two.TakeTurnAsync("something else")) Assert.False(next.IsCompleted);
        await turn.DisposeAsync();
        await using var _ = await next.WaitAsync(Patience);
    }

    private static LetterEnding Sent => new(LetterState.Sent, Moves.Start) { Reply = "250 ok" };

    // What AbandonAttemptsAsync of another host writes while this one's session is broken.
    private Task TakeForDeadAsync() =>
        PostgresServer.AskAsync(_database, "UPDATE letters SET state = 'NotKnown' WHERE state = 'Sending'");

    private Task<PostgresStore> OpenAsync() =>
        PostgresStore.OpenAsync(PostgresAddress.Read(_database), PlayDefinitions.Read);

    private async Task<Procedure> OpenProcedureAsync(string id, params StoredLetter[] letters)
    {
        var step = Moves.Open(PlayDefinitions.Engine, id, PlayDefinitions.TwoTasks);
        var commit = new StepCommit(step, Moves.Opening) { Letters = [.. letters] };
        Assert.Equal(CommitResult.Committed, await _one.CommitAsync(CommitBatch.Of(commit)));
        return step.After;
    }

    private static StoredLetter Letter(string id) => new()
    {
        Id = id, ProcedureId = "p", Wait = 1, Occasion = "task", Kind = "Task", Body = "CDH", ContactName = "Committee",
        Address = "cdh@x.int", Language = Language.English, Subject = "Subject", Text = "Text", Html = "<p>Text</p>",
        Logical = "{}", WrittenAt = Moves.Start,
    };
}
