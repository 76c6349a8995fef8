using System.Collections.Immutable;

namespace Procedures.Reliability.Kills;

/// <summary>One run: how many hosts and procedures, and what is done to them.</summary>
internal sealed record KillPlan(int Seed, bool OnPostgres, int Hosts, int Procedures)
{
    /// <summary>How many elections of a judge are carried out meanwhile, by clerks who work without a browser.</summary>
    public int Elections { get; init; }

    public int Kills { get; init; }

    /// <summary>How often a host is stopped with SIGSTOP and goes on after <see cref="PauseLength"/>.</summary>
    public int Pauses { get; init; }
    public TimeSpan PauseLength { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How often PostgreSQL is ended without a checkpoint and started again.</summary>
    public int Restarts { get; init; }

    /// <summary>By how many minutes the clock of each host is wrong; empty when all go right.</summary>
    public ImmutableArray<int> ClockMinutes { get; init; } = [];

    /// <summary>How often all connections are cut.</summary>
    public int Cuts { get; init; }

    /// <summary>The longest time between two blows.</summary>
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>When everything must be done after the last blow.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Whether it comes beside the run that is made without a choice of seed, and does not replace it.</summary>
    public bool IsFurther { get; init; }

    public string Name => (OnPostgres ? $"{Hosts} hosts on PostgreSQL" : "one host on SQLite") + (IsFurther ? ", other blows" : "");

    /// <summary>The blows in the order in which they fall.</summary>
    public Blow[] Draw(Random chance)
    {
        var blows = Enumerable.Repeat(BlowKind.Kill, Kills).Concat(Enumerable.Repeat(BlowKind.Pause, Pauses))
            .Concat(Enumerable.Repeat(BlowKind.Restart, Restarts)).Concat(Enumerable.Repeat(BlowKind.Cut, Cuts))
            .Select(kind => new Blow(kind, chance.Next(Hosts), LongestGap * (0.2 + (0.8 * chance.NextDouble())))).ToArray();
        chance.Shuffle(blows);
        return blows;
    }
}
