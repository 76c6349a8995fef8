namespace Procedures.Deadlines;

/// <summary>A moment at which something happens because of a last day.</summary>
/// <param name="At">A UTC instant.</param>
/// <param name="Occasion">What happens.</param>
public sealed record ReminderMoment(DateTimeOffset At, ReminderOccasion Occasion)
{
    /// <summary>True for the end of the last day, false for every reminder.</summary>
    public bool IsExpiry => Occasion is ReminderOccasion.Expiry;
}
