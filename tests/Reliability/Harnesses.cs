using System.Globalization;
using Procedures.Reliability.Kills;
using Procedures.Reliability.Malformed;
using Procedures.Reliability.Planted;
using Procedures.Reliability.Races;
using Procedures.Reliability.Sweep;
using Procedures.Reliability.Years;

namespace Procedures.Reliability;

/// <summary>Every harness, one after the other, with its progress told.</summary>
internal static class Harnesses
{
    /// <param name="measured">Told of each harness when it is over, because the long form takes long.</param>
    public static Outcome Run(Effort effort, TextWriter progress, Action<Outcome> measured)
    {
        var all = Outcome.Nothing;
        foreach (var (name, run) in Wanted(effort, progress))
        {
            progress.WriteLine($"{name} …");
            var outcome = run();
            foreach (var figure in outcome.Figures)
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {figure.Name}: {figure.Runs} runs, {figure.Distinct} distinct, {figure.Broken} broken, {figure.Took.TotalSeconds:F1} s; {figure.Note}"));
            all = all.And(outcome);
            measured(outcome);
        }
        return all;
    }

    private static IEnumerable<(string Name, Func<Outcome> Run)> Wanted(Effort effort, TextWriter progress)
    {
        var delivered = new Delivered();
        List<(string Name, Func<Outcome> Run)> harnesses =
        [
            ("simulated years", () => SimulatedYears.Run(
                delivered, effort.Years, effort.FirstSeed, intervenes: false, effort.LongestYears)),
            ("interventions in simulated years", () => SimulatedYears.Run(
                delivered, effort.Years, effort.FirstSeed, intervenes: true, effort.LongestYears)),
            ("damaged definitions", () => DamagedDefinitions.Run(delivered, effort.Definitions, effort.FirstSeed)),
            ("damaged expressions", () => DamagedTexts.Expressions(delivered, effort.Expressions, effort.FirstSeed)),
            ("damaged rules", () => DamagedTexts.Rules(delivered, effort.Rules, effort.FirstSeed)),
            ("damaged bodies", () => DamagedBodies.Run(onPostgres: false, effort.Bodies, effort.FirstSeed)
                .And(DamagedBodies.Run(onPostgres: true, effort.Bodies, effort.FirstSeed))),
            .. effort.Sweeps.Select(plan => ($"crash sweep, {plan}", (Func<Outcome>)(() => RealSweep.Run(delivered, [plan])))),
            ("two-host races", () => TwoHostRaces.Run(effort.Races, effort.FirstSeed - 1)),
            .. effort.OnPostgres.Concat(effort.OnSqlite).Select(plan =>
                ($"real kills, {plan.Name}", (Func<Outcome>)(() => RealKills.Run([plan], progress)))),
        ];
        if (effort.Clocks) harnesses.Add(("differing clocks", () => DifferingClocks.Run(progress)));
        if (effort.PlantsFaults)
            harnesses.Add(("planted faults", () => PlantedFaults.Run(Delivered.RepositoryRoot(), effort.Faults, progress)));
        return harnesses.Where(h => effort.Includes(h.Name));
    }
}
