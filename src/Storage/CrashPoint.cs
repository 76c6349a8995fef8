namespace Procedures.Storage;

/// <summary>
/// The places at which the host talks to the disk or to a mail server, and at which a crash is tried.
/// </summary>
public enum CrashPoint
{
    BeforeStepLoaded,
    AfterStepComputed,

    /// <summary>A write is about to begin.</summary>
    BeforeWrite,

    /// <summary>All statements have run; nothing is on the disk for certain.</summary>
    BeforeCommit,

    /// <summary>The disk has it; nobody has been told.</summary>
    AfterCommit,
    AfterDueWorkFound,
    AfterLetterMarked,
    AfterLetterCarried,
}
