namespace Procedures.Journal;

/// <summary>The names of what can happen in a procedure.</summary>
public static class JournalEvent
{
    public const string Opened = "Opened";
    public const string Started = "Started";
    public const string Suspended = "Suspended";
    public const string Resumed = "Resumed";
    public const string Completed = "Completed";
    public const string Cancelled = "Canceled";
    public const string Faulted = "Faulted";
    public const string Asked = "Asked";
    public const string Answered = "Answered";
    public const string Reminded = "Reminded";
    public const string Expired = "Expired";
    public const string LetterWritten = "LetterWritten";
    public const string AnchorsSet = "AnchorsSet";
    public const string AnchorMoved = "AnchorMoved";
    public const string DeadlineMoved = "DeadlineMoved";
    public const string ProcedureInterrupted = "ProcedureInterrupted";
    public const string ProcedureResumed = "ProcedureResumed";
    public const string Retried = "Retried";
    public const string Migrated = "Migrated";
    public const string VariableSet = "VariableSet";
    public const string Removed = "Removed";
    public const string Noted = "Noted";
    public const string Imported = "Imported";
    public const string Ended = "Ended";
}
