using Procedures.Execution;
using Procedures.Forms;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>An open task with its procedure and its form.</summary>
public sealed record TaskSheet(Procedure Procedure, Wait Wait, TaskRow Row, Form Form)
{
    public Assignment Assignment => Wait.Assignment!;

    /// <summary>The task, or null when it is not open (any more).</summary>
    public static async Task<TaskSheet?> ReadAsync(
        IProcedureStore store, string procedureId, int wait, CancellationToken cancel)
    {
        if (await store.FindTaskAsync(procedureId, wait, cancel) is not { ClosedAt: null } row) return null;
        if (await store.LoadAsync(procedureId, cancel) is not { IsOver: false } procedure) return null;
        return procedure.FindWait(wait) is { Kind: WaitKind.Task, Assignment: { } assignment } found
            ? new TaskSheet(procedure, found, row, Form.Parse(assignment.Form))
            : null;
    }
}
