namespace Procedures.Storage;

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    /// <summary>Written, and to be sent at its next moment.</summary>
    Pending,

    /// <summary>An attempt has begun. After a crash this becomes <see cref="NotKnown"/>.</summary>
    Sending,
    Sent,

    /// <summary>It has certainly not left, and will not without a person.</summary>
    NotSent,

    /// <summary>It may have left. It is never sent again unless a person says so.</summary>
    NotKnown,
}
