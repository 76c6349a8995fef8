namespace Procedures.Letters;

/// <summary>The occasions on which a letter is written. Each has a template in both languages.</summary>
public enum LetterKind
{
    /// <summary>A step awaits somebody.</summary>
    Task,
    /// <summary>Some days are left.</summary>
    Reminder,
    /// <summary>The day has come.</summary>
    DueToday,
    /// <summary>The day has passed.</summary>
    Overdue,
    /// <summary>The day has passed and a person above is told.</summary>
    Escalation,
    Meeting,
    /// <summary>An open deadline has a new day.</summary>
    DeadlineMoved,
    /// <summary>A step is no longer asked for; its calendar entry falls away.</summary>
    Withdrawn,
    Interrupted,
    Resumed,
    /// <summary>A ballot has a result.</summary>
    Result,
    /// <summary>A letter of the institution with its own subject and body.</summary>
    Letter,
}
