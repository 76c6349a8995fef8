namespace Procedures.Activities.Scheduling;

/// <summary>A text is no cron expression; the message says which field and why.</summary>
public sealed class CronSyntaxException : Exception
{
    public CronSyntaxException(string message) : base(message) { }
    public CronSyntaxException(string message, Exception cause) : base(message, cause) { }
    public CronSyntaxException() { }
}
