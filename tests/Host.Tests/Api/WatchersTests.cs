using Procedures.Api;

namespace Procedures.Tests;

/// <summary>Nothing is read for procedures that nobody looks at.</summary>
public sealed class WatchersTests
{
    [Fact]
    public void A_procedure_is_watched_until_the_last_viewer_has_gone()
    {
        var watchers = new Watchers();
        Assert.True(watchers.Watch("a", "p"));
        Assert.True(watchers.Watch("a", "p"));
        Assert.True(watchers.Watch("b", "p"));
        watchers.Leave("a");
        Assert.True(watchers.IsWatched("p"));
        watchers.Leave("b");
        watchers.Leave("b");
        Assert.False(watchers.IsWatched("p"));
    }

    [Fact]
    public void One_connection_does_not_watch_everything()
    {
        var watchers = new Watchers();
        var taken = Enumerable.Range(0, 100).Count(i => watchers.Watch("a", $"p{i}"));
        Assert.InRange(taken, 1, 50);
        Assert.False(watchers.IsWatched("p99"));
        Assert.True(watchers.Watch("b", "p99"));
    }
}
