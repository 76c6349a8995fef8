namespace Procedures.Bench;

/// <summary>How much each engine is given to do. Slow ones get less, so that the whole stays within ten minutes.</summary>
internal sealed record PeerSizes
{
    public int Rounds { get; init; } = 3;

    /// <summary>How long our own rates are measured in each round.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Within this time all timers fall due.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the idle engines are watched, in each of the rounds.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(12);
    public int Timers { get; init; } = 10_000;
    public int Parked { get; init; } = 10_000;

    /// <summary>A tenth of everything for the trial of the benchmark itself.</summary>
    public int Divisor { get; init; } = 1;

    public static readonly PeerSizes Full = new();

    /// <summary>To see quickly whether the benchmark itself works; its figures say nothing.</summary>
    public static readonly PeerSizes Tiny = new()
    {
        Rounds = 1, Time = TimeSpan.FromSeconds(0.5), Window = TimeSpan.FromSeconds(2), Idle = TimeSpan.FromSeconds(2),
        Timers = 400, Parked = 400, Divisor = 20,
    };

    /// <summary>How many of a work a peer is given.</summary>
    /// <param name="share">A part of our own number, for one that is slow; 1 for all of it.</param>
    public int Of(PeerWork work, double share) => work switch
    {
        PeerWork.Start => 600 / Divisor,
        PeerWork.Complete => 1000 / Divisor,
        PeerWork.Idle => (int)(Parked * share),
        _ => (int)(Timers * share),
    };
}
