using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>News of other hosts are told like own ones, and own ones once.</summary>
public sealed class SharedNewsTests
{
    [Fact]
    public void Steps_of_other_hosts_are_told_and_own_ones_only_when_they_are_announced()
    {
        var (feed, heard) = (new Feed(), new List<string?>());
        using var news = new SharedNews(feed);
        using (news.Listen(heard.Add))
        {
            feed.Say(new StoreChange(["a", "b"], IsOwn: false, HasWork: false));
            feed.Say(new StoreChange(["c"], IsOwn: true, HasWork: false));
            news.Announce("c");
            feed.Say(new StoreChange([], IsOwn: false, HasWork: true));
        }
        feed.Say(new StoreChange(["d"], IsOwn: false, HasWork: false));

        Assert.Equal(["a", "b", "c", null], heard);
    }

    private sealed class Feed : IChangeFeed
    {
        public event Action<StoreChange>? Changed;

        public void Say(StoreChange change) => Changed?.Invoke(change);
    }
}
