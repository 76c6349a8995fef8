namespace Procedures.Drawings;

/// <summary>Seeks ways for the arrows of a draft, each improvement from where the last one led.</summary>
internal sealed class Search(Draft draft)
{
    private const int Sweeps = 14;
    private const int Reach = 500;
    private readonly Price _price = new(draft);
    private readonly int[] _all = [.. Enumerable.Range(0, draft.Count)];

    public double Total => _price.Of(_all);

    /// <summary>Gives each arrow the way that looks best by itself.</summary>
    public void Begin()
    {
        foreach (var i in _all) Reset(i);
        draft.TraceAll();
    }

    /// <summary>Descends from several places, each shaken from the best one so far, and keeps the best.</summary>
    public void Improve(int attempts, Chance chance)
    {
        Descend();
        var (best, kept) = (Total, draft.Keep());
        for (var attempt = 1; attempt < attempts; attempt++)
        {
            Shake(chance);
            Descend();
            if (Total is var total && total < best) (best, kept) = (total, draft.Keep());
            else draft.Restore(kept);
        }
    }

    // Takes every improvement there is, one after another.
    private void Descend()
    {
        var better = true;
        for (var sweep = 0; better && sweep < Sweeps; sweep++)
        {
            better = false;
            foreach (var i in _all) better |= ImproveBend(i);
            foreach (var net in Enumerable.Range(0, draft.Nets.Length)) better |= ImproveLevel(net) | ImproveLanes(net);
            better |= SwapLanes();
        }
    }

    /// <summary>Improves the ways of some arrows and the lanes of their nets, and nothing else.</summary>
    public void Settle(IReadOnlyList<int> arrows)
    {
        var better = true;
        for (var sweep = 0; better && sweep < Sweeps / 2; sweep++)
        {
            better = false;
            foreach (var i in arrows) better |= ImproveBend(i);
            foreach (var net in arrows.Select(i => draft.NetOf[i]).Distinct())
                better |= ImproveLevel(net) | ImproveLanes(net);
        }
    }

    /// <summary>The arrows that run where they must never be.</summary>
    public IEnumerable<int> Hindered() => _all.Where(i => _price.OfOne(i) >= Price.Never);

    // Moves a part of the ways, so that another descent may end elsewhere.
    private void Shake(Chance chance)
    {
        for (var net = 0; net < draft.Nets.Length; net++)
            foreach (var slot in SlotsOf(net))
                if (chance.Happens(40)) draft.SetLane(net, slot, chance.Below(Grid.Lanes - 3));
        foreach (var i in _all)
            if (chance.Happens(15) && BendsOf(i).ToArray() is { Length: > 1 } bends)
                draft.Bends[i] = bends[chance.Below(bends.Length)];
        draft.TraceAll();
    }

    /// <summary>Gives an arrow the way that looks best by itself.</summary>
    public void Reset(int arrow)
    {
        var (best, price) = (Bend.Early, double.MaxValue);
        foreach (var bend in BendsOf(arrow))
        {
            draft.Bends[arrow] = bend;
            draft.Trace(arrow);
            var found = _price.OfOne(arrow);
            if (found < price) (best, price) = (bend, found);
        }
        draft.Bends[arrow] = best;
        draft.Trace(arrow);
    }

    private IEnumerable<Bend> BendsOf(int arrow)
    {
        var (leaves, enters) = (draft.LeavesIn(arrow), draft.EntersIn(arrow));
        if (enters >= leaves) yield return Bend.Early;
        if (enters > leaves) yield return Bend.Late;
        foreach (var level in LevelsOf(arrow)) yield return Bend.Twice(level);
    }

    private IEnumerable<int> LevelsOf(int arrow)
    {
        var (from, to) = (draft.SourceOf(arrow).Y, draft.TargetOf(arrow).Y);
        var top = Math.Max(Math.Min(from, to) - Reach, draft.Top);
        var bottom = Math.Min(Math.Max(from, to) + Reach, draft.Bottom);
        for (var y = (top + Grid.Step - 1) / Grid.Step * Grid.Step; y <= bottom; y += Grid.Step) yield return y;
    }

    private bool ImproveBend(int arrow) => Try([arrow], () => draft.Bends[arrow], b => draft.Bends[arrow] = b,
        BendsOf(arrow));

    // All arrows of the net that have a track, upon one track; or those that share one, upon another.
    private bool ImproveLevel(int net)
    {
        var twice = draft.Nets[net].Where(i => draft.Bends[i].Shape == Shape.Twice).ToArray();
        if (twice.Length < 2) return false;
        var better = false;
        foreach (var group in twice.GroupBy(i => draft.Bends[i].Level).Select(g => g.ToArray()).Append(twice))
        {
            if (group.Length < 2) continue;
            var before = group.Select(i => draft.Bends[i]).ToArray();
            better |= Try(group, () => before,
                bends => { for (var k = 0; k < group.Length; k++) draft.Bends[group[k]] = bends[k]; },
                LevelsOf(group[0]).Select(y => group.Select(_ => Bend.Twice(y)).ToArray()));
        }
        return better;
    }

    private bool ImproveLanes(int net)
    {
        var better = false;
        foreach (var slot in SlotsOf(net))
            better |= Try(draft.Nets[net], () => draft.Lane(net, slot), lane => draft.SetLane(net, slot, lane),
                Enumerable.Range(0, Grid.Lanes));
        return better;
    }

    private bool SwapLanes()
    {
        var better = false;
        var places = Enumerable.Range(0, draft.Nets.Length)
            .SelectMany(net => SlotsOf(net).Select(slot => (Net: net, Slot: slot)));
        foreach (var channel in places.GroupBy(p => Draft.ChannelOf(p.Slot)).OrderBy(g => g.Key))
        {
            var slots = channel.ToArray();
            for (var a = 0; a < slots.Length; a++)
                for (var b = a + 1; b < slots.Length; b++) better |= Swap(slots[a], slots[b]);
        }
        return better;
    }

    private bool Swap((int Net, int Slot) one, (int Net, int Slot) other)
    {
        var (first, second) = (draft.Lane(one.Net, one.Slot), draft.Lane(other.Net, other.Slot));
        int[] arrows = [.. draft.Nets[one.Net].Concat(draft.Nets[other.Net]).Distinct()];
        return first != second && Try(arrows, () => (first, second), lanes =>
        {
            draft.SetLane(one.Net, one.Slot, lanes.Item1);
            draft.SetLane(other.Net, other.Slot, lanes.Item2);
        }, [(second, first)]);
    }

    private IEnumerable<int> SlotsOf(int net) =>
        draft.Nets[net].SelectMany(i => new[] { draft.LeavingSlot(i), draft.EnteringSlot(i) }).Distinct();

    // Takes the best of the values, and the one that stood there unless another is really better.
    private bool Try<T>(IReadOnlyList<int> arrows, Func<T> get, Action<T> set, IEnumerable<T> values)
    {
        var stood = get();
        var (best, price) = (stood, _price.Of(arrows) - 1e-6);
        var better = false;
        foreach (var value in values)
        {
            set(value);
            foreach (var i in arrows) draft.Trace(i);
            var found = _price.Of(arrows, price);
            if (found < price) (best, price, better) = (value, found - 1e-6, true);
        }
        set(best);
        foreach (var i in arrows) draft.Trace(i);
        return better;
    }
}
