namespace Procedures.Storage.Postgres;

/// <summary>Moments as PostgreSQL keeps them: whole microseconds.</summary>
internal static class Moments
{
    /// <summary>The microsecond in which the moment lies.</summary>
    public static DateTime Down(DateTimeOffset moment) =>
        moment.UtcDateTime.AddTicks(-RestOf(moment));

    /// <summary>The first microsecond that is not before the moment: nothing falls due too early.</summary>
    public static DateTime Up(DateTimeOffset moment) => RestOf(moment) == 0
        ? moment.UtcDateTime
        : Down(moment).AddTicks(TimeSpan.TicksPerMicrosecond);

    /// <summary>What the moment has beyond whole microseconds, in 100 ns.</summary>
    public static short RestOf(DateTimeOffset moment) => (short)(moment.UtcTicks % TimeSpan.TicksPerMicrosecond);
}
