namespace Procedures.Bench;

/// <summary>Other engines that keep their work in PostgreSQL, on their part of it.</summary>
internal sealed class PeersBench(string root, Subject subject, Cluster cluster, Sizes sizes, Action<string> say)
{
    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        say(root + subject + sizes);
        yield return new("", "", cluster.Version);
        await Task.CompletedTask;
    }
}
