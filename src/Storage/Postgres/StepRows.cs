using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Journal;

namespace Procedures.Storage.Postgres;

/// <summary>A step in the form in which it is written: documents serialised, list columns computed.</summary>
internal sealed class StepRows
{
    public StepRows(StepCommit commit, ProcedureJson json)
    {
        if (commit.Step.IsIdle) throw new ArgumentException("A step in which nothing changes is not written.");
        Commit = commit;
        Document = json.Write(After);
        List = new ListColumns(After);
        Messages = InboxRow.All(commit.Messages, json);
    }

    public StepCommit Commit { get; }
    public Step Step => Commit.Step;
    public Procedure Before => Step.Before;
    public Procedure After => Step.After;
    public string Document { get; }
    public ListColumns List { get; }
    public ImmutableArray<InboxRow> Messages { get; }

    /// <summary>Whether a nested part is asked something else than before: then its procedure's own row shows it.</summary>
    public bool AsksAnew =>
        After.Parent is not null && !List.AsksTheSameAs(Before.Step == 0 ? null : new ListColumns(Before));

    public IEnumerable<JournalRow> Journal => Step.Journal.Select(entry => new JournalRow(After.Id, entry));
    public IEnumerable<WaitRow> Closed => Step.WaitsClosed.Select(wait => new WaitRow(this, wait));

    /// <summary>Waits that were opened or changed.</summary>
    public IEnumerable<WaitRow> Changed =>
        After.Waits.Where(wait => Before.FindWait(wait.Id) != wait).Select(wait => new WaitRow(this, wait));

    public IEnumerable<OutsideRow> OutsideTasks =>
        Step.Dispatches.OfType<Dispatch.RunTask>().Select(task => new OutsideRow(After, task));

    /// <summary>An entry with the procedure whose journal it continues.</summary>
    internal sealed record JournalRow(string ProcedureId, JournalEntry Entry);

    /// <summary>A wait with the step that opens, changes or closes it.</summary>
    internal sealed record WaitRow(StepRows Rows, Wait Wait)
    {
        public string ProcedureId => Rows.After.Id;
        public Wait? Before => Rows.Before.FindWait(Wait.Id);

        /// <summary>Whether lists of tasks show something else than before: most reminders change nothing there.</summary>
        public bool IsShownAnew =>
            Before is not { } before || before.Assignment != Wait.Assignment || DaysOf(before) != DaysOf(Wait);

        private static (string? Rule, DateOnly? Opens, DateOnly? LastDay, Bilingual? Why, bool? IsProvisional, bool? HasExpired)
            DaysOf(Wait wait) => wait.Timetable is { } t
            ? (t.Rule, t.Opens, t.LastDay, t.Explanation, t.IsProvisional, t.HasExpired)
            : default;

        public Stimulus.TaskCompleted? Answer => Rows.Commit.Stimulus.AnswerFor(Wait.Id);
    }

    /// <summary>A task for an outside program with the procedure that asks.</summary>
    internal sealed record OutsideRow(Procedure Procedure, Dispatch.RunTask Task);
}
