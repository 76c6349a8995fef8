using Procedures.Deadlines;

namespace Procedures.Practice;

/// <summary>The clock of a practice host: it stands still until somebody moves it, and never goes back.</summary>
/// <remarks>Only what says "now" stands still; pauses between two looks are real ones.</remarks>
public sealed class PracticeClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>
    /// At this hour of Paris a day is looked at: reminders, which fall in the morning, have gone out.
    /// </summary>
    public static readonly TimeOnly OfficeHour = new(10, 0);

    /// <summary>The last year to which the clock is moved.</summary>
    public const int LastYear = 2100;

    private long _ticks = now.UtcTicks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>The moment at which people work on a day, UTC.</summary>
    public static DateTimeOffset OfficeHourOf(DateOnly day) => ParisTime.At(day, OfficeHour);

    /// <summary>Moves to a later moment.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment has passed: the journal would contradict
    /// itself.</exception>
    internal void MoveTo(DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, GetUtcNow());
        Interlocked.Exchange(ref _ticks, moment.UtcTicks);
    }
}
