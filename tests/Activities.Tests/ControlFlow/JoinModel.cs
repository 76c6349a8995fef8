namespace Procedures.Tests.ControlFlow;

/// <summary>What a branch before a join does.</summary>
internal enum Branch
{
    /// <summary>The decision before it takes the other way.</summary>
    Dead,

    /// <summary>It runs through without waiting.</summary>
    Immediate,

    /// <summary>It waits for its event.</summary>
    Waiting,
}

/// <summary>How several arrows into one activity are understood; a small restatement of Elsa's documentation.</summary>
internal enum Gate
{
    /// <summary>Once, when nothing more can come.</summary>
    AllActive,

    /// <summary>Once, when all have come; never, if one does not.</summary>
    All,

    /// <summary>Once, when the first has come; the others are cancelled.</summary>
    First,

    /// <summary>Once for each that comes.</summary>
    Each,
}

/// <summary>What a join has done after so many arrivals.</summary>
internal readonly record struct JoinModel(Gate Gate, int Branches, int Taken)
{
    public int Runs(int arrived) => Gate switch
    {
        Gate.AllActive => arrived == Taken && Taken > 0 ? 1 : 0,
        Gate.All => arrived == Branches ? 1 : 0,
        Gate.First => arrived > 0 ? 1 : 0,
        _ => arrived,
    };

    public bool IsOver(int arrived) => arrived == Taken || (Gate == Gate.First && arrived > 0);

    public static IEnumerable<Branch[]> Combinations(int count, params Branch[] kinds)
    {
        if (count == 0) return [[]];
        return Combinations(count - 1, kinds).SelectMany(rest => kinds.Select(k => (Branch[])[.. rest, k]));
    }

    public static IEnumerable<int[]> Orders(int[] items)
    {
        if (items.Length == 0) return [[]];
        return items.SelectMany(first =>
            Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
    }
}
