using Procedures.Rehearsal;

namespace Procedures.Bench;

/// <summary>What a host is asked to do while it is measured, 16 callers at once.</summary>
internal sealed class Works(Subject subject, Cluster cluster, Sizes sizes, Workshop workshop, TimerLoad timers)
{
    private const int Callers16 = 16;

    public const string Start = "start";
    public const string Report = "report";
    public const string Election = "election";
    public const string Backlog = "backlog";

    public static readonly string[] All = [Start, Report, Election, Backlog];

    private readonly RehearsedYear _year = subject.Rehearse();

    /// <summary>Letters of a step in the elections that were measured last.</summary>
    public double LettersOfStep { get; private set; }

    /// <param name="round">Rounds from 0 down warm up.</param>
    /// <param name="begin">Told when the work itself begins, after what it needs has been prepared.</param>
    public Task<Rate> DoAsync(string work, int round, Func<Task>? begin = null) => work switch
    {
        Start => StartAsync(begin),
        Report => ReportAsync((int)(4000 * sizes.Time.TotalSeconds), begin),
        Election => ElectAsync(round, begin),
        Backlog => timers.DrainAsync(round <= 0 ? sizes.Timers / 5 : sizes.Timers, begin),
        _ => throw new ArgumentException($"There is no work {work}; there are {string.Join(", ", All)}."),
    };

    private async Task<Rate> StartAsync(Func<Task>? begin)
    {
        await BeginAsync(begin);
        return await Callers.RunAsync(cluster, Callers16, sizes.Time, async (_, _) =>
        {
            if ((await workshop.Conductor.OpenAsync("bench-three-steps", Workshop.Plain)).Step is not { After.IsOver: true })
                throw new InvalidOperationException("The procedure has not ended.");
        });
    }

    private async Task<Rate> ReportAsync(int most, Func<Task>? begin)
    {
        var tasks = await workshop.ParkAsync("bench-parked", most);
        await BeginAsync(begin);
        return await Callers.RunAsync(
            cluster, Callers16, sizes.Time, (_, number) => workshop.ReportAsync(tasks[number]), most);
    }

    private async Task<Rate> ElectAsync(int round, Func<Task>? begin)
    {
        var courses = Enumerable.Range(0, Callers16)
            .Select(i => new ElectionCourse(workshop, _year, $"election-{round}-{i}")).ToArray();
        await BeginAsync(begin);
        var acts = 0;
        var rate = await Callers.RunAsync(cluster, Callers16, sizes.Time, (caller, _) =>
        {
            Interlocked.Increment(ref acts);
            return courses[caller].NextAsync();
        });
        // What somebody does may cause several steps, each with its own commit.
        var (steps, letters) = (courses.Sum(c => c.Steps), courses.Sum(c => c.Letters));
        var factor = (double)steps / acts;
        LettersOfStep = (double)letters / steps;
        return rate with
        {
            PerSecond = rate.PerSecond * factor, EngineCpu = rate.EngineCpu / factor, DatabaseCpu = rate.DatabaseCpu / factor,
            Operations = steps,
        };
    }

    private static Task BeginAsync(Func<Task>? begin) => begin?.Invoke() ?? Task.CompletedTask;
}
