using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Play;
using Procedures.Storage;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// Who is told that a part-session has moved, and that work goes on at once when whoever caused it has left.
/// </summary>
public sealed class MovedPartsTests : IDisposable
{
    private const int Many = 510;
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_procedure_that_ends_while_they_are_listed_hides_no_other()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        var asks = PlayDefinitions.Sequence("asks", new { type = "Play.Ask", id = "one" });
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => house.OpenAsync(asks, $"p{i:000}")));
        var lists = new EndsMeanwhile(house.Store, async first =>
            await house.Conductor.SendAsync(first, new Stimulus.Cancelled("Enough.")));

        var told = await MovedParts.OpenAsync(lists);

        var open = await house.Store.ProceduresAsync(
            ProcedureFilter.All with { Statuses = [ProcedureStatus.Suspended] }, new PageRequest(0, Many));
        Assert.Empty(open.Items.Select(row => row.Id).Except(told));
    }

    [Fact]
    public async Task A_procedure_that_an_incident_has_stopped_is_told()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        var fails = PlayDefinitions.Sequence("fails", new { type = "Gone.Missing", id = "one" });
        var id = await house.OpenAsync(fails, "p");
        Assert.Equal(ProcedureStatus.Faulted, (await house.LoadAsync(id)).Status);

        await MovedParts.MoveAsync(house.Store, Later, Telling, Moves.Start);
        await house.SettleAsync();

        Assert.Equal(Later, Assert.Single((await house.LoadAsync(id)).MovedParts));
    }

    [Fact]
    public async Task A_part_that_nobody_waits_for_is_told_and_one_that_is_awaited_learns_it_once()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        await house.PublishAsync(PlayDefinitions.Sequence("asks", new { type = "Play.Ask", id = "one" }));
        await house.OpenAsync(PlayDefinitions.Sequence("opens",
            Child("let", waits: false), Child("held", waits: true)), "p");
        await house.SettleAsync();
        Assert.Equal("p.2", Assert.Single((await house.LoadAsync("p")).Waits).Key);

        await MovedParts.MoveAsync(house.Store, Later, Telling, Moves.Start);
        await house.SettleAsync();

        foreach (var id in new[] { "p.1", "p.2" })
        {
            var procedure = await house.LoadAsync(id);
            Assert.Equal((id, 2, 1), (id, procedure.Step, procedure.MovedParts.Length));
        }
    }

    private static object Child(string id, bool waits) => new
    {
        type = "Elsa.ExecuteWorkflow", id, workflowDefinitionId = PlayDefinitions.Text("asks"),
        waitForCompletion = PlayDefinitions.Truth(waits),
    };

    [Fact]
    public async Task A_message_that_failed_and_comes_after_a_later_word_does_not_bring_the_older_days_back()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        await house.OpenAsync(PlayDefinitions.TwoTasks, "p");
        await MovedParts.MoveAsync(house.Store, Later, Telling, Moves.Start);
        var first = Assert.Single(await house.Store.InboxAsync(Moves.Start, 10));
        await house.Store.NoteFailureAsync(first, new WorkFailure("broken", Moves.Start, Moves.Start.AddMinutes(10)));
        _clock.Move(TimeSpan.FromMinutes(5));
        var again = Later with { Opens = new(2026, 7, 6), Closes = new(2026, 7, 10) };

        await MovedParts.MoveAsync(
            house.Store, again, new Stimulus.Intervened(new Act.PartMoved(again, "Still closed.")), _clock.GetUtcNow());
        await house.SettleAsync();
        _clock.Move(TimeSpan.FromMinutes(10));
        await house.SettleAsync();

        Assert.Equal(again, Assert.Single((await house.LoadAsync("p")).MovedParts));
        Assert.Empty(await house.Store.TroubledWorkAsync(10));
    }

    [Fact]
    public async Task Killed_at_any_place_while_it_is_moved_everybody_knows_the_same_days_after_the_restart()
    {
        for (var nth = 1; ; nth++)
        {
            var file = _folder.File($"killed-{nth}.db");
            await using (var before = House.Open(file, _clock)) await before.OpenAsync(PlayDefinitions.TwoTasks, "p");
            var died = false;
            try
            {
                await using var house = House.Open(file, _clock, crash: new StopAt(nth));
                await MovedParts.MoveAsync(house.Store, Later, Telling, Moves.Start);
            }
            catch (StoppedDead)
            {
                died = true;
            }

            await using var again = House.Open(file, _clock);
            await again.SettleAsync();
            var known = await MovedParts.KnownAsync(again.Store);
            Assert.True(known.SequenceEqual((await again.LoadAsync("p")).MovedParts));
            Assert.Equal(0, await MovedParts.TellMissedAsync(again.Store, Moves.Start));
            if (!died) break;
        }
    }

    [Fact]
    public async Task A_procedure_that_was_just_being_opened_is_told_afterwards_and_one_opened_later_is_not()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        await MovedParts.MoveAsync(house.Store, Later, Telling, Moves.Start);
        // It had looked at the days before.
        await house.Store.CommitAsync(CommitBatch.Of(new StepCommit(
            Moves.Open(PlayDefinitions.Engine, "before", PlayDefinitions.TwoTasks), Moves.Opening)));
        _clock.Move(TimeSpan.FromMinutes(2));
        await house.OpenAsync(PlayDefinitions.TwoTasks, "after");

        await house.SettleAsync();

        Assert.Equal(Later, Assert.Single((await house.LoadAsync("before")).MovedParts));
        Assert.Equal(1, (await house.LoadAsync("after")).Step);
    }

    private static readonly PartSession Later = new(2026, 3, new(2026, 6, 29), new(2026, 7, 3), PartStatus.Held);

    private static Stimulus.Intervened Telling => new(new Act.PartMoved(Later, "Closed.")) { Actor = "Clerk" };

    [Fact]
    public async Task What_is_left_by_somebody_who_has_gone_away_is_taken_up_at_once()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        using var gone = new CancellationTokenSource();
        var conductor = new Conductor(house.Store, PlayDefinitions.Engine,
            new DefinitionLibrary(house.Store, PlayDefinitions.Read),
            new LetterWriter(house.Store, House.Templates, PlayDefinitions.Institution, House.LetterSettings), _clock,
            new ConductorOptions { StepTaken = _ => gone.Cancel() });
        var says = PlayDefinitions.Sequence("says",
            new { type = "Elsa.PublishEvent", id = "say", eventName = PlayDefinitions.Text("Go") });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => conductor.OpenAsync(says, new OpeningRequest(Moves.Inputs, "Clerk"), gone.Token));

        Assert.True(await conductor.Work.WaitAsync(TimeSpan.Zero, TimeProvider.System, CancellationToken.None));
    }

    private sealed class EndsMeanwhile(IProcedureLists lists, Func<string, Task> end) : IProcedureLists
    {
        private bool _hasEnded;

        public async Task<Page<ProcedureRow>> ProceduresAsync(
            ProcedureFilter filter, PageRequest page, CancellationToken cancel = default)
        {
            var found = await lists.ProceduresAsync(filter, page, cancel);
            if (!_hasEnded) await end(found.Items[0].Id);
            _hasEnded = true;
            return found;
        }

        public Task<ProcedureRow?> FindProcedureAsync(string procedureId, CancellationToken cancel = default) =>
            lists.FindProcedureAsync(procedureId, cancel);

        public Task<ImmutableArray<ProcedureRow>> ChildrenAsync(
            string procedureId, CancellationToken cancel = default) =>
            lists.ChildrenAsync(procedureId, cancel);

        public Task<StoreCounts> CountAsync(DateTimeOffset now, DateOnly today, CancellationToken cancel = default) =>
            lists.CountAsync(now, today, cancel);
    }
}
