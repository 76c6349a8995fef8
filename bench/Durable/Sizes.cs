namespace Procedures.Bench;

/// <summary>How much is measured.</summary>
internal sealed record Sizes
{
    public int Rounds { get; init; } = 3;

    /// <summary>Rounds that go before and do not count.</summary>
    public int WarmUps { get; init; } = 3;

    /// <summary>How long each rate is measured in each round.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(3);
    public int Timers { get; init; } = 10_000;
    public int OfferedPerSecond { get; init; } = 1000;

    /// <summary>How many procedures a small database holds.</summary>
    public int Few { get; init; } = 10_000;

    /// <summary>How many wait while the hosts idle.</summary>
    public int Parked { get; init; } = 100_000;
    public int Many { get; init; } = 1_000_000;
    public int LongCourse { get; init; } = 5000;
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(30);

    public static readonly Sizes Full = new();

    /// <summary>To see quickly whether the benchmark itself works; its figures say nothing.</summary>
    public static readonly Sizes Tiny = new()
    {
        Rounds = 1, WarmUps = 1, Time = TimeSpan.FromSeconds(1), Timers = 1000, OfferedPerSecond = 500, Few = 1000, Parked = 2000,
        Many = 5000, LongCourse = 200, Idle = TimeSpan.FromSeconds(5),
    };
}
