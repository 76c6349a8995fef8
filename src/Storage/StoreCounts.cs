namespace Procedures.Storage;

/// <summary>How much there is of everything that somebody may have to look at.</summary>
public sealed record StoreCounts
{
    public required long Procedures { get; init; }

    /// <summary>Suspended or interrupted.</summary>
    public required long OpenProcedures { get; init; }
    public required long ProceduresWithIncidents { get; init; }

    /// <summary>Optional ones left out.</summary>
    public required long OpenTasks { get; init; }
    public required long LateTasks { get; init; }
    public required long LettersPending { get; init; }
    public required long LettersNotSent { get; init; }
    public required long LettersNotKnown { get; init; }

    /// <summary>Timers whose moment has come and that have not been handled.</summary>
    public required long TimersDue { get; init; }

    /// <summary>UTC: the earliest of them, from which the lateness follows.</summary>
    public DateTimeOffset? OldestTimerDue { get; init; }
    public required long InboxWaiting { get; init; }
    public required long WorkSetAside { get; init; }
}
