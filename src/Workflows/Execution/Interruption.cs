namespace Procedures.Execution;

/// <summary>The procedure rests by decision of a body; no reminder is sent until it is resumed.</summary>
/// <param name="Since">The day on which it was interrupted, Europe/Paris.</param>
/// <param name="FirstWaitAfter">Waits from this id on were opened during the interruption and do remind.</param>
public sealed record Interruption(DateOnly Since, Bilingual Reason, int FirstWaitAfter)
{
    /// <summary>Whether the wait rests. What nobody is asked, such as the end of a term, takes its course.</summary>
    public bool Pauses(Wait wait) => wait.Id < FirstWaitAfter && wait.Assignment is not { IsOptional: true };
}
