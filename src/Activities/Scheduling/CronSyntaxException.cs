namespace Procedures.Activities.Scheduling;

/// <summary>A text is no cron expression; the text says which field and why.</summary>
public sealed class CronSyntaxException(Bilingual text) : Exception(text.English)
{
    /// <summary>What is wrong, for people.</summary>
    public Bilingual Text { get; } = text;
}
