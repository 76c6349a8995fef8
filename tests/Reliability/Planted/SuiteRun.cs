using System.Diagnostics;

namespace Procedures.Reliability.Planted;

/// <summary>
/// A suite of tests in a process of its own that is over when the first test fails, or when its time is up: a fault may
/// make the program run in circles.
/// </summary>
internal static class SuiteRun
{
    private const string Mark = " [FAIL]";

    // What a suite has started ends when the suite does; a moment is enough for that.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);

    /// <param name="fault">The id of the fault that is switched on.</param>
    /// <param name="bound">When its time is up.</param>
    public static SuiteEnd Run(string folder, string program, IEnumerable<string> arguments, string fault, TimeSpan bound)
    {
        var stop = Path.Combine(Path.GetTempPath(), $"planted-stop-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        (start.Environment["PLANTED_FAULT"], start.Environment["PLANTED_STOP"]) = (fault, stop);
        var watch = Stopwatch.StartNew();
        try
        {
            using var process = new Process { StartInfo = start };
            string? failed = null;
            var (silent, streams) = (new TaskCompletionSource(), 2);
            void Hear(object sender, DataReceivedEventArgs line)
            {
                if (line.Data is null && Interlocked.Decrement(ref streams) == 0) silent.TrySetResult();
                if (line.Data?.Contains(Mark, StringComparison.Ordinal) != true) return;
                // It has noticed: what it still does is of no interest.
                if (Interlocked.CompareExchange(ref failed, NameIn(line.Data), null) is null) File.WriteAllText(stop, "");
            }
            // Failures are told on the second stream.
            process.OutputDataReceived += Hear;
            process.ErrorDataReceived += Hear;
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var isOverdue = !process.WaitForExit(bound);
            var took = watch.Elapsed;
            if (isOverdue) File.WriteAllText(stop, "");
            if (!process.WaitForExit(Farewell)) process.Kill(entireProcessTree: true);
            process.WaitForExit(Farewell);
            // Not for the end of the pipe: whoever it has left behind may hold it for ever.
            silent.Task.Wait(LastWords);
            return new SuiteEnd(Volatile.Read(ref failed), isOverdue, !isOverdue && process.ExitCode == 0, took);
        }
        finally
        {
            File.Delete(stop);
        }
    }

    // [xUnit.net 00:00:01.02]     Procedures.Deadlines.ReminderPlanTests.Reminders_come_in_order(days: 3) [FAIL]
    internal static string NameIn(string line) =>
        line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0].Split('(')[0].Replace(
            "Procedures.", "", StringComparison.Ordinal);
}
