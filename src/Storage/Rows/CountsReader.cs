namespace Procedures.Storage.Rows;

/// <summary>How much there is of everything, from one row.</summary>
internal static class CountsReader
{
    public static StoreCounts Read(Row row) => new()
    {
        Procedures = row.Long("procedures"), OpenProcedures = row.Long("open_procedures"),
        ProceduresWithIncidents = row.Long("procedures_with_incidents"), OpenTasks = row.Long("open_tasks"),
        LateTasks = row.Long("late_tasks"), LettersPending = row.Long("letters_pending"),
        LettersNotSent = row.Long("letters_not_sent"), LettersNotKnown = row.Long("letters_not_known"),
        TimersDue = row.Long("timers_due"), OldestTimerDue = row.MomentOrNull("oldest_timer_due"),
        InboxWaiting = row.Long("inbox_waiting"), WorkSetAside = row.Long("work_set_aside"),
    };
}
