using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Procedures.Runtime.Conducting;

namespace Procedures.Reliability.Sweep;

/// <summary>
/// Delivered procedures are stopped at every place where the program talks to the disk, the database or a mail server,
/// and must end as if nothing had happened.
/// </summary>
internal static class RealSweep
{
    private const string Name = "crash sweep";
    private static readonly int[] Seconds = [1, 5, 23];

    public static Outcome Run(Delivered delivered, IEnumerable<SweepPlan> plans) => plans
        .Select(plan => Task.Run(() => RunAsync(delivered, plan)).GetAwaiter().GetResult())
        .Aggregate(Outcome.Nothing, (all, one) => all.And(one));

    public static async Task<Outcome> RunAsync(Delivered delivered, SweepPlan plan)
    {
        var watch = Stopwatch.StartNew();
        var course = SweepCourse.Of(delivered, plan.Definition, plan.Scenario);
        var run = new SweepRun(delivered, course, plan.Store);
        var counting = new StopAt(int.MaxValue);
        var undisturbed = await run.RunAsync(counting);
        var findings = new ConcurrentBag<Finding>(
            undisturbed.DifferencesTo(undisturbed).Select(what => new Finding(Name, $"{plan} undisturbed", what)));
        var (stops, tries) = (new ConcurrentBag<string>(), Tries(plan, counting.Reached));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(tries, parallel, async (places, _) =>
        {
            var end = await run.RunAsync([.. places.Select(nth => new StopAt(nth))]);
            foreach (var stop in end.Stops) stops.Add(stop);
            foreach (var what in end.DifferencesTo(undisturbed))
                findings.Add(new Finding(Name, $"{plan} stopped at {string.Join(" and ", places)} of {counting.Reached}", what));
        });
        var note = string.Create(CultureInfo.InvariantCulture,
            $"{counting.Reached} places ({counting.Seen.Count} named) in {undisturbed.Journals.Length} journal entries and {undisturbed.Letters.Length} letters, {(plan.EveryNth == 1 ? "each" : $"every {plan.EveryNth}.")} tried{(plan.PairsEveryNth > 0 ? $", at every {plan.PairsEveryNth}. of them with a second stop" : "")}; distinct by place and day");
        return new Outcome(
            [new Figure($"Crash and restart, {plan}", tries.Length, stops.Distinct().Count(), findings.Select(f => f.Run).Distinct().Count(), note, watch.Elapsed)],
            [.. findings]);
    }

    private static ImmutableArray<int[]> Tries(SweepPlan plan, int reached)
    {
        // Not always the same remainder: the places follow one another in a rhythm.
        var places = Enumerable.Range(1, reached).Where(nth => nth % plan.EveryNth == nth / plan.EveryNth % plan.EveryNth).ToArray();
        var firsts = plan.PairsEveryNth == 0 ? [] : places.Where((_, i) => i % plan.PairsEveryNth == 0);
        var pairs = from first in firsts from second in Seconds select (int[])[first, second];
        return [.. places.Select(nth => (int[])[nth]), .. pairs];
    }
}
