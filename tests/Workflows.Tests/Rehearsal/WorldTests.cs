using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>
/// Procedures in memory: timers come at their own moments, children open, nothing is done while the host sleeps.
/// </summary>
public sealed class WorldTests
{
    private static World WorldWith(Sketch sketch)
    {
        var world = new World(TinyTypes.Engine, _ => null, Walk.Noon);
        world.Open("p", sketch.Read(TinyTypes.Catalog), new Stimulus.Opened(Value.Map.Empty));
        return world;
    }

    [Fact]
    public void Each_timer_comes_at_its_own_moment()
    {
        var world = WorldWith(new Sketch().Node("Tiny.Rest", "one", ("hours", "1"))
            .Node("Tiny.Rest", "two", ("hours", "5")).Arrows("one>two"));
        world.AdvanceTo(Walk.Noon.AddDays(1));
        Assert.Equal([Walk.Noon, Walk.Noon.AddHours(1), Walk.Noon.AddHours(6)],
            world.Steps.Select(s => s.After.ChangedAt));
        Assert.Equal(Walk.Noon.AddDays(1), world.Now);
    }

    [Fact]
    public void One_wake_up_at_a_time_up_to_the_limit()
    {
        var world = WorldWith(new Sketch().Node("Tiny.Rest", "one", ("hours", "1"))
            .Node("Tiny.Rest", "two", ("hours", "5")).Arrows("one>two"));
        Assert.True(world.WakeNext(Walk.Noon.AddHours(2)));
        Assert.False(world.WakeNext(Walk.Noon.AddHours(2)));
        Assert.Equal(Walk.Noon.AddHours(1), world.Now);
    }

    [Fact]
    public void A_host_that_was_down_does_its_work_late()
    {
        var world = WorldWith(new Sketch().Node("Tiny.Rest", "one", ("hours", "1")));
        world.Sleep(Walk.Noon.AddDays(9));
        Assert.Equal(ProcedureStatus.Suspended, world.Find("p").Status);
        world.AdvanceTo(Walk.Noon.AddDays(9));
        Assert.Equal(Walk.Noon.AddDays(9), world.Find("p").ChangedAt);
    }
}
