using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>What one tree of procedures tells its parts is done in its order, whatever hosts do it.</summary>
public sealed class PostgresOrderTests : IAsyncLifetime
{
    private PostgresStore _one = null!;
    private PostgresStore _two = null!;

    public async Task InitializeAsync()
    {
        var address = PostgresAddress.Read(await PostgresServer.NewDatabaseAsync());
        _one = await PostgresStore.OpenAsync(address, PlayDefinitions.Read);
        _two = await PostgresStore.OpenAsync(address, PlayDefinitions.Read);
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    [Fact]
    public async Task No_message_overtakes_an_earlier_one_of_its_tree_that_another_host_is_doing()
    {
        await _one.PostAsync([Message("a1", "a"), Message("a2", "a"), Message("b1", "b"), Message("a3", "a")]);

        await using (var first = await _one.ClaimMessageAsync(Moves.Start))
        {
            Assert.Equal("a1", first!.Message.Id);
            Assert.Null(await _two.ClaimMessageAsync(Moves.Start, "a"));
            await using var other = await _two.ClaimMessageAsync(Moves.Start);
            Assert.Equal("b1", other!.Message.Id);
            Assert.True(await first.ReplaceAsync([]));
        }

        await using var next = await _two.ClaimMessageAsync(Moves.Start);
        Assert.Equal("a2", next!.Message.Id);
    }

    [Fact]
    public async Task What_failed_and_rests_holds_up_nothing_of_its_tree()
    {
        await _one.PostAsync([Message("a1", "a"), Message("a2", "a")]);
        var failure = new WorkFailure("broken", Moves.Start, Moves.Start.AddMinutes(1));
        await _one.NoteFailureAsync(Message("a1", "a"), failure);

        await using var next = await _two.ClaimMessageAsync(Moves.Start, "a");

        Assert.Equal("a2", next!.Message.Id);
    }

    [Fact]
    public async Task What_an_event_asks_of_many_is_shared_by_all_hosts()
    {
        await _one.PostAsync([Message("e/1", "event/e"), Message("e/2", "event/e")]);

        await using var first = await _one.ClaimMessageAsync(Moves.Start);
        await using var second = await _two.ClaimMessageAsync(Moves.Start);

        Assert.Equal(("e/1", "e/2"), (first!.Message.Id, second!.Message.Id));
    }

    private static InboxMessage Message(string id, string origin) =>
        new(id, origin, new Dispatch.Publish("e", null, Value.Null), Moves.Start);
}
