namespace Procedures.Runtime;

/// <summary>What a person decides about a letter of which nobody knows whether it left.</summary>
public enum NotKnownResolution
{
    /// <summary>It is sent once more, with the same Message-ID.</summary>
    Resend,

    /// <summary>It counts as sent: the postmaster has found it, or the addressee has it.</summary>
    ConsiderSent,
}
