using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    private static readonly DateTimeOffset Noon = Moves.Start.AddHours(3);

    [Fact]
    public async Task A_start_is_due_at_its_moment_and_moves_on_once()
    {
        await PublishAsync(1, Start("timer", "every hour", Noon));

        Assert.Equal(Noon, await Store.NextMomentAsync());
        Assert.Empty(await Store.DueTriggersAsync(Noon.AddTicks(-1), 10));
        var due = Assert.Single(await Store.DueTriggersAsync(Noon, 10));
        Assert.True(await Store.PassTriggerAsync(new TriggerStart(due, Noon.AddHours(1))));
        Assert.False(await Store.PassTriggerAsync(new TriggerStart(due, Noon.AddHours(1))));
        Assert.Empty(await Store.DueTriggersAsync(Noon, 10));
        Assert.Equal(Noon.AddHours(1), await Store.NextMomentAsync());
    }

    [Fact]
    public async Task Of_two_openings_for_one_start_exactly_one_is_written()
    {
        await PublishAsync(1, Start("timer", "every hour", Noon));
        var due = (await Store.DueTriggersAsync(Noon, 10))[0];
        var start = new TriggerStart(due, Noon.AddHours(1));

        var results = await Task.WhenAll(OpenForAsync("p1", start), OpenForAsync("p2", start));

        Assert.Equal([CommitResult.Committed, CommitResult.CauseGone], results.Order());
        Assert.Single(new[] { await Store.LoadAsync("p1"), await Store.LoadAsync("p2") }.OfType<Execution.Procedure>());
    }

    [Fact]
    public async Task A_new_version_keeps_the_moment_of_a_start_that_has_not_changed_and_drops_what_it_lacks()
    {
        await PublishAsync(1, Start("timer", "every hour", Noon), Start("cron", "daily", Noon));

        await PublishAsync(2, Start("timer", "every hour", Noon.AddDays(1)), Start("other", "x", Noon.AddDays(2)));

        Assert.Equal(
            [("other", "d-v2", Noon.AddDays(2)), ("timer", "d-v2", Noon)],
            (await Store.TriggersAsync()).Select(t => (t.ActivityId, t.VersionId, t.DueAt!.Value)));
        await PublishAsync(3, Start("timer", "every day", Noon.AddDays(3)));
        Assert.Equal(Noon.AddDays(3), Assert.Single(await Store.TriggersAsync()).DueAt);
    }

    [Theory]
    [InlineData("retract")]
    [InlineData("remove version")]
    [InlineData("remove definition")]
    public async Task What_is_no_longer_published_starts_nothing(string how)
    {
        await PublishAsync(1, Start("timer", "every hour", Noon));
        var due = (await Store.DueTriggersAsync(Noon, 10))[0];

        if (how == "retract") await Store.RetractAsync("d");
        else if (how == "remove version") await Store.RemoveVersionAsync("d-v1");
        else await Store.RemoveDefinitionAsync("d");

        Assert.Empty(await Store.DueTriggersAsync(Noon, 10));
        Assert.Equal(CommitResult.CauseGone, await OpenForAsync("p1", new TriggerStart(due, null)));
        Assert.Null(await Store.LoadAsync("p1"));
    }

    [Fact]
    public async Task Starts_are_set_only_for_the_version_that_is_published()
    {
        await PublishAsync(1);
        await Store.SetTriggersAsync("d", "d-v9", [Start("timer", "every hour", Noon)]);
        Assert.Empty(await Store.TriggersAsync());

        await Store.SetTriggersAsync("d", "d-v1", [Start("timer", "every hour", Noon)]);
        Assert.Single(await Store.TriggersAsync());
    }

    [Fact]
    public async Task A_start_that_fails_is_set_aside_and_shown_and_can_be_tried_again()
    {
        await PublishAsync(1, Start("timer", "every hour", Noon));
        var due = (await Store.DueTriggersAsync(Noon, 10))[0];
        await Store.NoteFailureAsync(due, new WorkFailure("It broke.", Noon, RetryAt: null));

        Assert.Empty(await Store.DueTriggersAsync(Noon, 10));
        var trouble = Assert.Single(await Store.TroubledWorkAsync(10));
        Assert.True(trouble is { IsStart: true, IsSetAside: true, Error: "It broke." });
        Assert.False(await Store.DismissAsync(trouble));
        Assert.True(await Store.RetryAsync(trouble, Noon));
        Assert.Single(await Store.DueTriggersAsync(Noon, 10));
    }

    private Task<CommitResult> OpenForAsync(string id, TriggerStart start) => Store.CommitAsync(CommitBatch.Of(
        new StepCommit(Moves.Open(Engine, id, PlayDefinitions.TwoTasks), Moves.Opening) { Start = start }));

    private static StartTrigger Start(string activity, string schedule, DateTimeOffset due) =>
        new("d", "", activity, schedule, due);

    private Task PublishAsync(int version, params StartTrigger[] triggers) => Store.SaveDefinitionAsync(
        new StoredDefinition
        {
            Id = $"d-v{version}", DefinitionId = "d", Version = version, Name = "Definition", Hash = $"hash{version}",
            IsLatest = true, IsPublished = true, CreatedAt = Moves.Start, SavedAt = Moves.Start.AddMinutes(version),
            Document = "{}",
        },
        Author.Nobody, [.. triggers]);
}
