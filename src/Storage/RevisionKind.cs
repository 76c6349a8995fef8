namespace Procedures.Storage;

/// <summary>What became of a text that was sent to be saved.</summary>
public enum RevisionKind
{
    /// <summary>It was saved as a draft.</summary>
    Saved,

    /// <summary>It was published; it is never pruned.</summary>
    Published,

    /// <summary>It was refused because somebody else had saved meanwhile.</summary>
    Conflict,

    /// <summary>It was refused because it would have emptied the drawing.</summary>
    Emptied,
}
