using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Reliability.Years;

/// <summary>Years of every delivered procedure, drawn by seed and checked against the invariants.</summary>
internal static class SimulatedYears
{
    private const string Name = "simulated years";
    private const int Block = 500;
    private const string Plain = "Simulated years: late, silent, wrong and contradictory answers";
    private const string OtherSeeds = " (other seeds)";
    private const string WithActs = "Simulated years in which officers intervene: postpone, reassign, interrupt, begin anew";

    /// <param name="years">How many years are drawn, over all courses together.</param>
    /// <param name="firstSeed">Years have the seeds from here on.</param>
    /// <param name="intervenes">Whether what may happen at any time happens besides.</param>
    /// <param name="longest">When it is over although fewer have been drawn; null when it is given all the time.</param>
    public static Outcome Run(
        Delivered delivered, int years, int firstSeed, bool intervenes = false, TimeSpan? longest = null)
    {
        var watch = Stopwatch.StartNew();
        var courses = delivered.Scenarios.DistinctBy(s => (s.Definition, s.Inputs["State"]))
            .Select(s => Course.Explore(delivered, s)).ToImmutableArray();
        var (findings, ends) = (new ConcurrentBag<Finding>(), new ConcurrentDictionary<string, int>());
        var taken = new ConcurrentDictionary<string, int>();
        var tried = 0;
        for (var first = 0; first < years && !(watch.Elapsed > longest); first = tried)
        {
            tried = Math.Min(first + Block, years);
            Parallel.For(first, tried, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                var (course, seed) = (courses[i % courses.Length], firstSeed + i);
                foreach (var what in Year(delivered, course, seed, intervenes, ends, taken))
                    findings.Add(new Finding(Name, $"{course.Name} with seed {seed}", what));
            });
        }
        var broken = findings.Select(f => f.Run).Distinct().Count();
        var note = string.Create(CultureInfo.InvariantCulture,
            $"seeds {firstSeed}–{firstSeed + tried - 1} over {courses.Length} openings of {courses.Select(c => c.Definition.DefinitionId).Distinct().Count()} definitions; distinct courses of activities beside the count")
            + (intervenes ? $"; taken: {string.Join(", ", taken.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{Spaced(t.Key)} {t.Value}"))}" : "");
        return new Outcome(
            [new Figure((intervenes ? WithActs : Plain) + (firstSeed > 1 ? OtherSeeds : ""), tried, ends.Count, broken, note, watch.Elapsed)],
            [.. findings]);
    }

    private static IEnumerable<string> Year(
        Delivered delivered, Course course, int seed, bool intervenes, ConcurrentDictionary<string, int> ends,
        ConcurrentDictionary<string, int> taken)
    {
        var (script, acts) = DrawnYear.Draw(course, seed);
        if (intervenes) acts = acts.AddRange(DrawnInterventions.Draw(course, delivered.Institution, seed));
        RehearsedYear year;
        try
        {
            year = course.Run(script, acts);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return [$"The engine threw {exception.GetType().Name}: {exception.Message}"];
        }
        ends.AddOrUpdate(PathOf(year), 1, (_, n) => n + 1);
        foreach (var act in year.Steps.Select(s => s.Stimulus).OfType<Stimulus.Intervened>())
            taken.AddOrUpdate(act.Act.GetType().Name, 1, (_, n) => n + 1);
        var broken = Invariants.Broken(year, delivered);
        // One year in ten is lived twice: the same stimuli must give the same journal to the last hash.
        return seed % 10 == 0 && course.Run(script, acts).Procedure.JournalHead != year.Procedure.JournalHead
            ? broken.Add("The same seed gave another journal.")
            : broken;
    }

    // PartMoved is told as “part moved”.
    private static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}")).ToLowerInvariant();

    private static string PathOf(RehearsedYear year) =>
        string.Join(' ', year.Tasks.Select(t => $"{t.Step}:{t.Port ?? t.Outcome}")) + $" {year.Procedure.Status}";
}
