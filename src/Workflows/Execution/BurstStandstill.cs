using System.Collections.Immutable;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>How an incident ends a procedure whose definition wishes it so, and how it is taken up again.</summary>
internal sealed partial class Burst
{
    // An incident has happened that ends the procedure once what is going on in this step has come to its end.
    private bool _hasFailed;

    // The procedure was over before this step and no longer is.
    private bool _isRevived;

    /// <summary>What the procedure would go on with; null unless an incident has ended it.</summary>
    public Standstill? Standstill { get; private set; }

    /// <summary>Ends the procedure as failed. Activations stay as they are, so that they can be taken up.</summary>
    private void StopAtIncident()
    {
        // A parent that waits is told now, and goes on without this procedure.
        if (Parent is { Wait: not null })
        {
            End(ProcedureStatus.Faulted);
            return;
        }
        Standstill = new Standstill
        {
            Waits = Waits.ToImmutable(), Passed = Passed, Interruption = Interruption,
            Due = [.. _queue.Select(w => new DueActivity(w.Node.Id, w.Owner.Id, w.Memory, w.Variables))],
        };
        Unask();
        var activations = _activations.Select(a => (Activation: a, a.Status)).ToImmutableArray();
        End(ProcedureStatus.Faulted);
        foreach (var (activation, status) in activations)
        {
            activation.Status = status;
            _activations.Add(activation);
        }
    }

    // Nobody is asked anew and told in the same breath that it has fallen away again: the retry has failed at once.
    private void Unask()
    {
        foreach (var wait in Waits.All.Where(w => w.AskedAgain > 0 && Before.FindWait(w.Id) is null).ToArray())
        {
            Letters.RemoveAll(letter => letter.Wait == wait.Id);
            Waits.Close(wait);
        }
    }

    /// <summary>Keeps a child's report for the day on which the procedure is taken up.</summary>
    /// <returns>False when nobody waited for it.</returns>
    public bool KeepReport(Stimulus.ChildReported report)
    {
        if (Standstill is not { } rest || rest.Waits.All(w => w.Id != report.Wait)) return false;
        Standstill = rest with { Reports = rest.Reports.Add(report) };
        Note(JournalEvent.Noted, null,
            ($"{report.ChildId} has reported; this counts when the procedure is taken up again.",
             $"{report.ChildId} a rendu compte ; il en sera tenu compte à la reprise de la procédure."),
            Expressions.Value.Of(report.ChildId));
        return true;
    }

    /// <summary>
    /// Opens the procedure again as it was: tasks are asked anew, outside tasks as well, timers run, and what was due
    /// has its turn.
    /// </summary>
    public void TakeUp()
    {
        if (Standstill is not { } rest) return;
        (Standstill, _isRevived) = (null, true);
        (Status, Interruption, Passed) = (ProcedureStatus.Suspended, rest.Interruption, rest.Passed);
        var outside = rest.Waits.Where(w => w.Kind == WaitKind.Report).Select(w => w.Activation).ToHashSet();
        foreach (var activation in _activations.Where(a => a.Status == ActivationStatus.Running).ToArray())
            if (outside.Contains(activation.Id)) BeginAgain(activation);
            else if (activation.Id != WorkflowActivity.ActivationId) Log.Write(JournalEvent.Resumed, activation);
        Waits.Reopen([.. rest.Waits.Where(w => w.Kind != WaitKind.Report)]);
        Waits.Unpause();
        // A part-session may have moved meanwhile.
        Waits.RecomputeDeadlines();
        foreach (var due in rest.Due)
            if (Find(due.Owner) is { } owner && Before.Definition.Find(due.ActivityId) is { } node)
                Schedule(new Work(node, owner, due.Memory, due.Variables));
        foreach (var report in rest.Reports) Engine.TakeChild(this, report);
    }
}
