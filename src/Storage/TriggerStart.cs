namespace Procedures.Storage;

/// <summary>
/// The start that an opening is: it moves on in the opening's transaction, so that it opens one procedure.
/// </summary>
/// <param name="Next">UTC: when it is due again; null when never.</param>
public sealed record TriggerStart(DueTrigger Trigger, DateTimeOffset? Next);
