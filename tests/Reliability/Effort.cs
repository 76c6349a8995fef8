using System.Collections.Immutable;
using System.Globalization;
using Procedures.Reliability.Kills;
using Procedures.Reliability.Sweep;

namespace Procedures.Reliability;

/// <summary>How much is tried: a little in every build, much when somebody asks for it.</summary>
internal sealed record Effort(int Years, int Definitions, int Expressions, int Rules)
{
    public static readonly Effort Short = new(Years: 500, Definitions: 2_000, Expressions: 20_000, Rules: 20_000)
    {
        OnPostgres = [new KillPlan(1, OnPostgres: true, Hosts: 2, Procedures: 40) { Kills = 2, Pauses = 1, Restarts = 1 }],
        Races = 10, Bodies = 400,
        Sweeps =
        [
            new("assembly-ballot", "SG-2019", SweepStore.Sqlite, EveryNth: 11),
            new("assembly-ballot", "SG-2019", SweepStore.Postgres, EveryNth: 31),
            new("judge-election", "J-BA-2012", SweepStore.Sqlite, EveryNth: 311),
            new("judge-election", "J-BA-2012", SweepStore.Postgres, EveryNth: 401),
        ],
        OnSqlite = [new KillPlan(2, OnPostgres: false, Hosts: 1, Procedures: 20) { Kills = 2 }],
    };

    public static readonly Effort Long = new(Years: 100_000, Definitions: 200_000, Expressions: 1_000_000, Rules: 1_000_000)
    {
        OnPostgres =
        [
            new KillPlan(1, OnPostgres: true, Hosts: 3, Procedures: 300)
            {
                ClockMinutes = [0, 7, -5], Elections = 100, Kills = 20, Pauses = 2, Restarts = 4, Cuts = 4, LongestGap = TimeSpan.FromSeconds(6),
                PauseLength = TimeSpan.FromSeconds(40), Patience = TimeSpan.FromMinutes(10),
            },
        ],
        Races = 5_000, Bodies = 50_000, Clocks = true, Form = ReportedFigure.Long,
        Sweeps =
        [
            new("assembly-ballot", "SG-2019", SweepStore.Sqlite, EveryNth: 1) { PairsEveryNth = 7 },
            new("assembly-ballot", "SG-2019", SweepStore.Postgres, EveryNth: 1) { PairsEveryNth = 7 },
            new("judge-election", "J-BA-2012", SweepStore.Sqlite, EveryNth: 1),
            new("judge-election", "J-BA-2012", SweepStore.Postgres, EveryNth: 1),
            new("secretary-general-election", "SG-2019", SweepStore.Sqlite, EveryNth: 1),
            new("cpt-member-election", "CPT-2020-RO", SweepStore.Sqlite, EveryNth: 1),
            new("commissioner-election", "CHR-2018", SweepStore.Sqlite, EveryNth: 1),
        ],
        OnSqlite =
        [
            new KillPlan(2, OnPostgres: false, Hosts: 1, Procedures: 200)
            {
                Kills = 20, LongestGap = TimeSpan.FromSeconds(6), Patience = TimeSpan.FromMinutes(10),
            },
        ],
    };

    /// <summary>Runs of the real program that is killed, on PostgreSQL.</summary>
    public ImmutableArray<KillPlan> OnPostgres { get; init; } = [];

    /// <summary>The same on SQLite.</summary>
    public ImmutableArray<KillPlan> OnSqlite { get; init; } = [];

    /// <summary>Rounds in which two hosts race for each of the things that they may want at once.</summary>
    public int Races { get; init; }

    /// <summary>Damaged bodies to the running host, on each of the stores.</summary>
    public int Bodies { get; init; }

    /// <summary>Whether hosts are tried whose clocks differ: a minute and a half.</summary>
    public bool Clocks { get; init; }

    /// <summary>Delivered procedures that are stopped at their places.</summary>
    public ImmutableArray<SweepPlan> Sweeps { get; init; } = [];

    /// <summary>Whether faults are planted: half an hour on two cores.</summary>
    public bool PlantsFaults { get; init; }

    /// <summary>The only faults that are planted, by their ids; empty for all of them.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    /// <summary>A word of the only harness that is run; null for all of them.</summary>
    public string? Only { get; init; }

    /// <summary>How long years are drawn at most; null when all of them are.</summary>
    public TimeSpan? LongestYears { get; init; }

    /// <summary>The seed of the first year, round of races and damaged body.</summary>
    public int FirstSeed { get; init; } = 1;

    /// <summary>Under which form its figures are kept.</summary>
    public string Form { get; init; } = ReportedFigure.Short;

    /// <summary>What is tried.</summary>
    public string Commit { get; init; } = "unknown";

    /// <summary>Reads <c>--long</c>, <c>--faults</c>, <c>--fault ID,ID</c> (those alone), <c>--only WORD</c>, and
    /// <c>--years</c>, <c>--rounds</c> (of races), <c>--bodies</c> and <c>--every</c> (place of a sweep) with a number, for
    /// a long form that has less time; <c>--minutes</c> ends years (each kind of them) after that time; <c>--seed</c> with a number
    /// for other years, races, bodies and blows.</summary>
    public static Effort Of(string[] arguments)
    {
        string? After(string option) => arguments.SkipWhile(a => a != option).Skip(1).FirstOrDefault();
        int NumberAfter(string option, int otherwise) =>
            After(option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        var effort = arguments.Contains("--long") ? Long : Short;
        var seed = NumberAfter("--seed", 0);
        KillPlan Seeded(KillPlan plan) => seed == 0 ? plan : plan with { Seed = seed, IsFurther = true };
        return effort with
        {
            LongestYears = After("--minutes") is null ? null : TimeSpan.FromMinutes(NumberAfter("--minutes", 0)),
            FirstSeed = seed == 0 ? 1 : seed,
            OnPostgres = [.. effort.OnPostgres.Select(Seeded)], OnSqlite = [.. effort.OnSqlite.Select(Seeded)],
            PlantsFaults = arguments.Contains("--faults") || arguments.Contains("--fault"), Only = After("--only"),
            Faults = After("--fault") is { } faults ? [.. faults.Split(',')] : [],
            Bodies = NumberAfter("--bodies", effort.Bodies),
            Years = NumberAfter("--years", effort.Years), Races = NumberAfter("--rounds", effort.Races),
            Sweeps = [.. effort.Sweeps.Select(plan => plan with { EveryNth = NumberAfter("--every", plan.EveryNth) })],
        };
    }

    public bool Includes(string harness) => Only is null || harness.Contains(Only, StringComparison.Ordinal);
}
