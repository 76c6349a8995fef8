namespace Procedures.Storage;

/// <summary>How the writing of a step ended.</summary>
public enum CommitResult
{
    Committed,

    /// <summary>Somebody else was faster; nothing was written. Load again and decide anew.</summary>
    LostRace,
}
