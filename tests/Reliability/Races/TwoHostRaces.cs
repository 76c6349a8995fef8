using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Procedures.Runtime;

namespace Procedures.Reliability.Races;

/// <summary>Two hosts of one process run for the same things, round after round by seed.</summary>
internal static class TwoHostRaces
{
    private const string Name = "two-host races";

    public static Outcome Run(int rounds, int seed) => Task.Run(() => RunAsync(rounds, seed)).GetAwaiter().GetResult();

    public static async Task<Outcome> RunAsync(int rounds, int seed)
    {
        var watch = Stopwatch.StartNew();
        await using var ground = await RaceGround.PrepareAsync();
        var (findings, courses) = (ImmutableArray.CreateBuilder<Finding>(), new HashSet<string>(StringComparer.Ordinal));
        for (var round = 1; round <= rounds; round++)
            foreach (var race in AllRaces.Table)
            {
                var (winner, wrong) = await race.RunAsync(ground, new Random(seed + round), round);
                courses.Add($"{race.Name}: {winner}");
                if (wrong is not null) findings.Add(new Finding(Name, $"{race.Name}, seed {seed}, round {round}", wrong));
            }
        findings.AddRange((await AfterwardsAsync(ground)).Select(what => new Finding(Name, $"seed {seed}", what)));
        var note = string.Create(CultureInfo.InvariantCulture,
            $"seeds {seed + 1}–{seed + rounds}, {AllRaces.Table.Length} kinds: {string.Join(", ", AllRaces.Table.Select(r => r.Name))}; distinct orders of winners beside the count");
        return new Outcome(
            [
                new Figure("Races of two hosts for the same thing", (long)rounds * AllRaces.Table.Length, courses.Count,
                    findings.Count, note, watch.Elapsed),
            ],
            findings.ToImmutable());
    }

    private static async Task<List<string>> AfterwardsAsync(RaceGround ground)
    {
        await ground.SettleAsync();
        var wrong = ground.Hosts.SelectMany(h => h.Troubles).Select(t => $"{t.GetType().Name}: {t.Message}").ToList();
        var verification = await new Verifier(ground.Hosts[0].Store).VerifyAsync();
        wrong.AddRange(verification.Breaches.Select(b => $"{b.ProcedureId} {b.Number}: {b.Why.English}"));
        wrong.AddRange((await ground.Hosts[0].Store.TroubledWorkAsync(10)).Select(w => $"{w} is troubled"));
        if (await ground.CountAsync("SELECT count(*) FROM inbox") is var left and not 0) wrong.Add($"{left} messages are left");
        return wrong;
    }
}
