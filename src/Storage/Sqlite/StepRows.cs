using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Storage.Sqlite;

/// <summary>A step in the form in which it is written: documents serialised, list columns computed.</summary>
internal sealed class StepRows
{
    public StepRows(StepCommit commit, ProcedureJson json)
    {
        if (commit.Step.IsIdle) throw new ArgumentException("A step in which nothing changes is not written.");
        Commit = commit;
        Document = json.Write(After);
        Columns = ProcedureColumns.Of(commit.Step);
        Messages = [.. commit.Messages.Select(m => new InboxColumns(m, json))];
        OutsideTasks = [.. commit.Step.Dispatches.OfType<Dispatch.RunTask>()];
    }

    public StepCommit Commit { get; }
    public Procedure Before => Commit.Step.Before;
    public Procedure After => Commit.Step.After;
    public string Document { get; }
    public object Columns { get; }
    public ImmutableArray<InboxColumns> Messages { get; }
    public ImmutableArray<Dispatch.RunTask> OutsideTasks { get; }

    /// <summary>Waits that were opened or changed.</summary>
    public IEnumerable<Wait> Changed => After.Waits.Where(wait => Before.FindWait(wait.Id) != wait);
}
