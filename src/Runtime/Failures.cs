using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>When work that failed is tried again, and when it is set aside.</summary>
internal static class Failures
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    /// <param name="attempts">How often it had failed before.</param>
    public static WorkFailure Of(Exception exception, int attempts, DateTimeOffset now, ConductorOptions options) =>
        new($"{exception.GetType().Name}: {exception.Message}", now,
            attempts + 1 >= options.MostFailures ? null : now + Pauses[Math.Min(attempts, Pauses.Length - 1)]);
}
