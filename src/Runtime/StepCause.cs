using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Which stored work a step does.</summary>
/// <param name="InboxId">The message that goes with the step.</param>
/// <param name="Origin">The tree whose caller waits for what follows.</param>
/// <param name="NotBefore">UTC: the moment of the step is not before it, whatever a clock that was set back says.</param>
internal sealed record StepCause(string? InboxId, string? Origin, DateTimeOffset NotBefore)
{
    /// <summary>The start that the step is, or null.</summary>
    public TriggerStart? Start { get; init; }

    /// <summary>The claim on the message, in which the step is written.</summary>
    public IMessageClaim? Claim { get; init; }

    public static readonly StepCause None = new(null, null, DateTimeOffset.MinValue);
}
