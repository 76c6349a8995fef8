namespace Procedures.Execution;

/// <summary>
/// The occasions on which letters are written (docs/architecture.md; each has a template in both languages).
/// </summary>
public enum LetterKind
{
    /// <summary>Action is required by a day.</summary>
    Task,
    Reminder,
    DueToday,
    Overdue,
    Escalation,
    Meeting,

    /// <summary>A deadline has moved.</summary>
    DeadlineMoved,

    /// <summary>A task that was announced is no longer asked; its calendar entry is cancelled.</summary>
    Withdrawn,
    Interrupted,
    Resumed,
    Result,

    /// <summary>A letter whose words stand in the definition.</summary>
    Letter,
}
