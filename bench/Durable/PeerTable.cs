using System.Globalization;

namespace Procedures.Bench;

/// <summary>Collects the rounds and writes, for each work, our row, the others' rows and how many times faster we are.</summary>
internal sealed class PeerTable(IReadOnlyList<Peer> peers, PeerSizes sizes)
{
    private static readonly PeerWork[] Rates = [PeerWork.Start, PeerWork.Complete, PeerWork.Timers, PeerWork.Drain];
    private readonly Dictionary<PeerWork, List<(Rate Limit, Rate Ours)>> _ours = [];
    private readonly Dictionary<(PeerWork, Peer), List<Rate>> _theirs = [];
    private readonly Dictionary<string, List<double>> _idle = [];
    private readonly HashSet<(PeerWork, Peer)> _late = [];

    public void Add(PeerWork work, Rate limit, Rate ours)
    {
        if (!_ours.TryGetValue(work, out var rounds)) _ours[work] = rounds = [];
        rounds.Add((limit, ours));
    }

    /// <param name="isLate">The timers were not all put down when the first fell due.</param>
    public void Add(PeerWork work, Peer peer, Rate rate, bool isLate)
    {
        if (!_theirs.TryGetValue((work, peer), out var rounds)) _theirs[(work, peer)] = rounds = [];
        rounds.Add(rate);
        if (isLate) _late.Add((work, peer));
    }

    /// <param name="perSecond">Transactions a second in a database while nothing happens.</param>
    public void AddIdle(string database, double perSecond)
    {
        if (!_idle.TryGetValue(database, out var rounds)) _idle[database] = rounds = [];
        rounds.Add(perSecond);
    }

    public IEnumerable<Figure> Figures => Rates.SelectMany(Of).Concat(Idle());

    private IEnumerable<Figure> Of(PeerWork work)
    {
        if (!_ours.TryGetValue(work, out var ours)) yield break;
        var limit = Rate.Median(ours.Select(o => o.Limit));
        yield return new(NameOf(work, sizes.Timers), "–", $"ours: {Told(work, ours.Select(o => o.Ours), ours.Select(o => o.Limit))}");
        foreach (var peer in peers.Where(p => _theirs.ContainsKey((work, p))))
        {
            var theirs = _theirs[(work, peer)];
            var isDbos = peer.Database == "peer_dbos" && work == PeerWork.Start;
            var count = sizes.Of(work, peer.Kind.Share);
            var offered = work == PeerWork.Timers ? $", so {count / sizes.Window.TotalSeconds:0} a second are offered" : "";
            var isFewer = peer.Kind.Share < 1 && work is PeerWork.Timers or PeerWork.Drain;
            var fewer = isFewer ? $"; only {Number(count)} of them{offered}" : "";
            var late = _late.Contains((work, peer)) ? "; begun late, its lateness counts for nothing" : "";
            yield return new($"{peer.Kind.Name} ({peer.Kind.Settings}{fewer}{late})", isDbos ? "ours ÷ DBOS ≥ 8" : "–",
                $"{Ratio(work, ours, theirs)}; {Told(work, theirs, ours.Select(o => o.Limit))}");
        }
    }

    // How many times faster we are, in each round beside it; of timers that are offered, how many times later they come.
    private static string Ratio(PeerWork work, List<(Rate Limit, Rate Ours)> ours, List<Rate> theirs)
    {
        var pairs = ours.Zip(theirs, (o, t) => (o.Ours, Theirs: t)).ToArray();
        var ratio = EngineFigures.Median(pairs.Select(p => work == PeerWork.Timers
            ? p.Theirs.P99 / p.Ours.P99 : p.Ours.PerSecond / p.Theirs.PerSecond));
        var cpu = EngineFigures.Median(pairs.Select(p => p.Theirs.Cpu / p.Ours.Cpu));
        return string.Create(CultureInfo.InvariantCulture,
            $"{(work == PeerWork.Timers ? "p99 late ÷ ours" : "ours ÷ it")} **{ratio:0.0}**, its CPU ÷ ours {cpu:0.0}");
    }

    private static string Told(PeerWork work, IEnumerable<Rate> rates, IEnumerable<Rate> limits)
    {
        var all = rates.ToArray();
        var rate = Rate.Median(all);
        var ratio = EngineFigures.Median(all.Zip(limits, (r, l) => r.PerSecond / l.PerSecond));
        var times = string.Create(CultureInfo.InvariantCulture,
            $"p50 {MedianOf(all, r => r.P50):0} ms, p99 {MedianOf(all, r => r.P99):0} ms");
        var speed = string.Create(CultureInfo.InvariantCulture, $"{ratio:0.000} C ({rate.PerSecond:N0}/s)");
        return work switch
        {
            PeerWork.Timers => string.Create(CultureInfo.InvariantCulture, $"{rate.PerSecond:N0}/s, late {times}; {rate.CpuText}"),
            PeerWork.Drain => $"{speed}; {rate.CpuText}",
            _ => $"{speed}; {times}; {rate.CpuText}",
        };
    }

    private IEnumerable<Figure> Idle()
    {
        string Told(string database) => string.Create(CultureInfo.InvariantCulture,
            $"{EngineFigures.Median(_idle[database]):0.00} transactions a second");
        if (!_idle.ContainsKey(OwnPart.Database)) yield break;
        yield return new(NameOf(PeerWork.Idle, sizes.Parked), "≤ 1", $"ours, the whole host: {Told(OwnPart.Database)}");
        foreach (var peer in peers)
            yield return new(
                $"{peer.Kind.Name}, {Number(sizes.Of(PeerWork.Idle, peer.Kind.Share))} that wait", "–", Told(peer.Database));
    }

    private static double MedianOf(Rate[] rates, Func<Rate, double> part) => EngineFigures.Median(rates.Select(part));

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private string NameOf(PeerWork work, int count) => work switch
    {
        PeerWork.Start => "**start, three steps, finish**; 16 at once",
        PeerWork.Complete => "**parked task completed**, durable when the call returns; 16 callers",
        PeerWork.Timers => string.Create(CultureInfo.InvariantCulture,
            $"**{count:N0} timers due within {sizes.Window.TotalSeconds:0} seconds**; late after commit"),
        PeerWork.Drain => string.Create(CultureInfo.InvariantCulture, $"**backlog of {count:N0} overdue timers**, drained"),
        _ => string.Create(CultureInfo.InvariantCulture, $"**idle with {count:N0} parked**"),
    };
}
