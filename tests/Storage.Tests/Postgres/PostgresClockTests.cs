namespace Procedures.Storage.Postgres;

/// <summary>What time it is by the database, however late its answers come.</summary>
public sealed class PostgresClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly Stopwatch _host = new();
    private readonly PostgresClock _clock;

    public PostgresClockTests() => _clock = new PostgresClock(_host);

    [Fact]
    public void It_goes_on_from_the_middle_of_question_and_answer_whatever_the_host_believes()
    {
        Look(Start, away: 0.010, back: 0.010);
        _host.Pass(60);

        Assert.Equal(After(60_010), _clock.GetUtcNow());
    }

    [Fact]
    public void An_answer_that_came_late_does_not_spoil_what_is_known()
    {
        Look(Start, away: 0.010, back: 0.010);
        _host.Pass(15);

        // Nine seconds on the way back: by this answer alone the clock would be four and a half seconds wrong.
        Look(After(15_010), away: 0, back: 9);

        Assert.Equal(After(24_010), _clock.GetUtcNow());
    }

    [Fact]
    public void A_clock_that_was_set_is_believed()
    {
        Look(Start, away: 0.010, back: 0.010);
        _host.Pass(15);

        Look(Start.AddHours(1), away: 1, back: 1);

        Assert.Equal(Start.AddHours(1).AddSeconds(1), _clock.GetUtcNow());
    }

    [Fact]
    public void What_is_known_grows_old()
    {
        Look(Start, away: 0.010, back: 0.010);
        _host.Pass(3600);

        // The host's stopwatch was half a second slow in the hour.
        Look(After(3_600_500), away: 0.1, back: 0.1);

        Assert.Equal(After(3_600_600), _clock.GetUtcNow());
    }

    // To the tick: adding seconds as a fraction is not.
    private static DateTimeOffset After(int milliseconds) => Start + TimeSpan.FromMilliseconds(milliseconds);

    private void Look(DateTimeOffset answer, double away, double back)
    {
        var asked = _host.GetTimestamp();
        _host.Pass(away + back);
        _clock.Set(answer, asked);
    }

    private sealed class Stopwatch : TimeProvider
    {
        private long _ticks = 1000;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
        public override long GetTimestamp() => _ticks;

        // Minutes wrong, and it does not matter.
        public override DateTimeOffset GetUtcNow() => Start.AddMinutes(-7);

        public void Pass(double seconds) => _ticks += (long)Math.Round(seconds * TimeSpan.TicksPerSecond);
    }
}
