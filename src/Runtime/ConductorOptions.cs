using Procedures.Execution;
using Procedures.Mandates;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>How patient and how busy the conductor is.</summary>
public sealed record ConductorOptions
{
    /// <summary>How often a step is computed anew because somebody else was faster.</summary>
    public int MostRaces { get; init; } = 20;

    /// <summary>After so many failures a piece of work is set aside for a person.</summary>
    public int MostFailures { get; init; } = 5;

    /// <summary>How many procedures are worked on at the same time. Their commits share one write.</summary>
    public int Degree { get; init; } = 8;

    /// <summary>How much due work is asked for at once; small, so that a backlog never starves people.</summary>
    public int Batch { get; init; } = 100;

    /// <summary>How long the conductor sleeps at most when nobody signals.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long texts of definitions are kept that were saved and never published.</summary>
    public TimeSpan KeepRevisions { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Told of every committed step, after the commit. Must not throw.</summary>
    public Action<Step> StepTaken { get; init; } = _ => { };

    /// <summary>The term of office that begins because of a step, or null; it is written in the step's transaction.</summary>
    public Func<Step, Mandate?> NewTerm { get; init; } = _ => null;

    /// <summary>Told of every failure, for the log.</summary>
    public Action<Exception> Troubled { get; init; } = _ => { };
    public ICrashPoints CrashPoints { get; init; } = NoCrashPoints.Instance;
}
