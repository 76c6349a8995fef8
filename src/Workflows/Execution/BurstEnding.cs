using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>How a step fails, ends and becomes a state again.</summary>
internal sealed partial class Burst
{
    private void Guard(Activation activation, Action act)
    {
        try
        {
            act();
        }
        catch (AnswerRefused)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fault(activation, exception);
        }
    }

    private void Fault(Activation activation, Exception exception)
    {
        if (activation.Status != ActivationStatus.Running) return;
        CancelBelow(activation);
        Waits.CloseAll(activation);
        activation.Status = ActivationStatus.Faulted;
        var kind = exception is ActivityFault fault ? fault.Type ?? nameof(ActivityFault) : exception.GetType().Name;
        var text = exception is ActivityFault known ? known.Text : Unforeseen(exception.Message);
        Incidents.Add(new Incident(
            activation.Node.Id, activation.Node.NodeId, activation.Node.Type, activation.Id, exception.Message, kind, Now)
        {
            MessageFr = text.French,
        });
        var title = activation.Node.Title;
        Note(JournalEvent.Faulted, activation,
            ($"“{title.English}” failed: {text.English}",
             $"« {title.French} » a échoué : {text.French}"), Value.Of(exception.Message));
        _hasFailed |= Before.Definition.Incidents == IncidentStrategy.Fault;
    }

    // What only the program's makers can mend is told in their language, and the reader is told so.
    private static Bilingual Unforeseen(string message) =>
        (message, $"erreur imprévue du programme ; texte d'origine en anglais : {message}");

    /// <summary>Ends the procedure because this activity says so; the activity itself counts as completed.</summary>
    public void Finish(Activation by, Outcomes outcomes)
    {
        if (IsOver) return;
        Outcomes = outcomes;
        if (by is { Status: ActivationStatus.Running, Id: not WorkflowActivity.ActivationId })
        {
            by.Status = ActivationStatus.Completed;
            Log.Write(JournalEvent.Completed, by, outcomes);
        }
        End(ProcedureStatus.Finished);
    }

    public void End(ProcedureStatus status)
    {
        if (IsOver) return;
        Status = status;
        _queue.Clear();
        foreach (var activation in _activations.ToArray())
        {
            Waits.CloseAll(activation);
            if (activation.Status != ActivationStatus.Running) continue;
            activation.Status = ActivationStatus.Cancelled;
            if (activation.Id != WorkflowActivity.ActivationId) Log.Write(JournalEvent.Cancelled, activation);
        }
        _activations.Clear();
        Interruption = null;
        Log.Write(JournalEvent.Ended, null, Endings.Sentence(status), Value.Of(status.ToString()));
    }

    /// <summary>The step: the state put together again, with all that it asks for.</summary>
    public Step ToStep()
    {
        if (!IsOver) Status = Interruption is null ? ProcedureStatus.Suspended : ProcedureStatus.Interrupted;
        var journal = Log.Seal();
        var after = Before with
        {
            Step = Before.Step + 1, Status = Status, Name = Name, Title = Title, CorrelationId = CorrelationId,
            Parent = Parent, ChangedAt = Now, OpenedAt = Before.Step == 0 ? Now : Before.OpenedAt,
            Inputs = Inputs, Outputs = Outputs, Yields = Yields, LastResult = LastResult,
            Outcomes = Before.IsOver && !_isRevived ? Before.Outcomes : Outcomes.Names,
            Activations = [.. _activations.Select(a =>
                new ActivationState(a.Id, a.Node.Id, a.Parent?.Id ?? 0, a.Status, a.Memory, a.Variables)
                {
                    Given = a.Given,
                })],
            Waits = Waits.ToImmutable(), Anchors = Anchors, Interruption = Interruption,
            MovedParts = MovedParts, Round = Round, Passed = IsOver ? [] : Passed,
            Incidents = AllIncidents(), Standstill = Standstill, RemovedAt = IsRemoved ? Now : Before.RemovedAt,
            NextActivation = _nextActivation, NextWait = Waits.Next, NextChild = _nextChild,
            JournalLength = Log.Length, JournalHead = Log.Head,
        };
        ReportToParent(after);
        return new Step(Before, after)
        {
            Journal = journal, Letters = [.. Letters], Dispatches = [.. Dispatches], Lines = [.. Lines],
        };
    }

    private ImmutableArray<Incident> AllIncidents()
    {
        var before = Retried.Count + GivenUp.Count == 0
            ? Before.Incidents
            : [.. Before.Incidents.Select(i => Retried.Contains(i.Activation) ? i with { RetriedAt = Now }
                : i.IsOpen && GivenUp.Contains(i.Activation) ? i with { GivenUpAt = Now } : i)];
        return Incidents.Count == 0 ? before : before.AddRange(Incidents);
    }

    private void ReportToParent(Procedure after)
    {
        // What was over before this step has reported its end already.
        if (Before.IsOver) return;
        if (Parent is not { Wait: { } wait } parent) return;
        if (!after.IsOver && !parent.ReportsWhenSuspended) return;
        Dispatches.Add(new Dispatch.Deliver(parent.ProcedureId,
            new Stimulus.ChildReported(wait, after.Id, after.Status, after.Outputs) { Outcomes = after.Outcomes }));
    }
}
