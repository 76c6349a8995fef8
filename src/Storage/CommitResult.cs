namespace Procedures.Storage;

/// <summary>How the writing of a step ended.</summary>
public enum CommitResult
{
    Committed,

    /// <summary>
    /// Somebody else was faster, or has changed a contact to whom letters of the step go; nothing was written. Load again
    /// and decide anew.
    /// </summary>
    LostRace,

    /// <summary>The message that asks for the step has been done meanwhile; nothing was written, nothing is left to do.</summary>
    CauseGone,

    /// <summary>The definition's activation strategy forbids the opening while others run; nothing was written.</summary>
    Occupied,
}
