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
    public static Outcome Run(Effort effort, TextWriter progress)
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
        }
        return all;
    }

    private static IEnumerable<(string Name, Func<Outcome> Run)> Wanted(Effort effort, TextWriter progress)
    {
        var delivered = new Delivered();
        var harnesses = new List<(string Name, Func<Outcome> Run)>
        {
            ("simulated years", () => SimulatedYears.Run(delivered, effort.Years, 1)),
            ("damaged definitions", () => DamagedDefinitions.Run(delivered, effort.Definitions, 1)),
            ("damaged expressions", () => DamagedTexts.Expressions(delivered, effort.Expressions, 1)),
            ("damaged rules", () => DamagedTexts.Rules(delivered, effort.Rules, 1)),
            ("damaged bodies", () => DamagedBodies.Run(onPostgres: false, effort.Bodies, 1)
                .And(DamagedBodies.Run(onPostgres: true, effort.Bodies, 1))),
            ("crash sweep", () => RealSweep.Run(delivered, effort.Sweeps)),
            ("two-host races", () => TwoHostRaces.Run(effort.Races, 0)),
            ("real kills", () => RealKills.Run([.. effort.OnPostgres, .. effort.OnSqlite], progress)),
        };
        if (effort.PlantsFaults)
            harnesses.Add(("planted faults", () => PlantedFaults.Run(Delivered.RepositoryRoot(), effort.Faults, progress)));
        return harnesses.Where(h => effort.Includes(h.Name));
    }
}
