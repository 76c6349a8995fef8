using Procedures.Catalog;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>The engine: one pure function from a procedure, a stimulus and a moment to the next step.</summary>
/// <param name="activationLimit">How many activities may run in one step before it counts as an endless loop.</param>
public sealed class Engine(ActivityCatalog catalog, Institution institution, int activationLimit = 100_000)
{
    public ActivityCatalog Catalog { get; } = catalog;
    public Institution Institution { get; } = institution;
    public int ActivationLimit { get; } = activationLimit;

    /// <summary>
    /// Whether a definition with that definition id is published, where this is known beforehand; null where it is not.
    /// Opening a child of a definition that is not published is an incident then.
    /// </summary>
    public Func<string, bool>? Publishes { get; init; }

    /// <summary>The step that the procedure takes because of the stimulus. Changes nothing that it is given.</summary>
    /// <param name="now">The moment of the step, in any offset.</param>
    /// <returns>An idle step when the stimulus comes too late or cannot be taken; its refusal says why.</returns>
    public Step Advance(Procedure procedure, Stimulus stimulus, DateTimeOffset now)
    {
        var step = AdvanceAlone(procedure, stimulus, now);
        return step.IsIdle || step.After.Passed.IsEmpty ? step : OtherCourses.Follow(this, step, now);
    }

    /// <summary>The step, without asking what would have become of it if a deadline had been kept.</summary>
    internal Step AdvanceAlone(Procedure procedure, Stimulus stimulus, DateTimeOffset now)
    {
        if (stimulus is Stimulus.Migrated migrated) return Moves.Take(this, procedure, migrated, now);
        if (Refuse(procedure, stimulus) is { } refusal) return Step.Idle(procedure, refusal);
        var burst = new Burst(this, procedure, stimulus, now);
        try
        {
            if (!Take(burst, stimulus)) return Step.Idle(procedure);
            burst.RunToRest();
            return burst.ToStep() with { Stimulus = stimulus };
        }
        catch (AnswerRefused refused)
        {
            return Step.Idle(procedure, refused.Reason) with { RefusedAt = refused.AtField };
        }
    }

    private static Bilingual? Refuse(Procedure procedure, Stimulus stimulus)
    {
        if (stimulus is Stimulus.Opened)
            return procedure.Step == 0 ? null : ("The procedure is open already.", "La procédure est déjà ouverte.");
        if (stimulus is Stimulus.Removed) return OperatorActs.RefuseRemoval(procedure);
        // A part-session moves for what an incident has stopped as well: it may begin anew or be taken up.
        if (Rounds.CanRevive(procedure) && stimulus is Stimulus.Intervened { Act: Act.Restarted or Act.PartMoved }) return null;
        if (stimulus is Stimulus.Retried) return Retries.Refuse(procedure);
        if (procedure is { Standstill: not null, RemovedAt: null }
            && stimulus is Stimulus.VariableSet or Stimulus.ChildReported or Stimulus.Intervened { Act: Act.PartMoved }) return null;
        return procedure.IsOver ? ("The procedure is over.", "La procédure est terminée.") : null;
    }

    private static bool Take(Burst burst, Stimulus stimulus) => stimulus switch
    {
        Stimulus.Opened opened => Open(burst, opened),
        Stimulus.TaskCompleted completed => AnswerTask(burst, completed),
        Stimulus.TimerDue due => Wake(burst, due),
        Stimulus.EventPublished published => TakeEvent(burst, published),
        Stimulus.TaskReported reported => ResumeBy(burst, WaitKind.Report, reported.TaskId, reported.Result),
        Stimulus.ChildReported child => TakeChild(burst, child),
        Stimulus.AnchorMoved moved => AnchorMoves.Take(burst, moved),
        Stimulus.Cancelled cancelled => OperatorActs.Discontinue(burst, cancelled),
        Stimulus.Retried retried => OperatorActs.Retry(burst, retried),
        Stimulus.ActivityCancelled cancelled => Cancellations.Take(burst, cancelled),
        Stimulus.VariableSet set => OperatorActs.SetVariable(burst, set),
        Stimulus.Removed removed => OperatorActs.Remove(burst, removed),
        Stimulus.Intervened intervened => Interventions.Take(burst, intervened.Act),
        _ => throw new InvalidOperationException($"The engine knows no stimulus {stimulus.GetType().Name}."),
    };

    private static bool Open(Burst burst, Stimulus.Opened opened)
    {
        burst.Inputs = Openings.WithDefaults(
            burst.Before.Definition,
            opened.AsActivity ? Openings.Fitted(burst.Before.Definition, opened.Inputs) : opened.Inputs);
        burst.CorrelationId = opened.CorrelationId;
        burst.Parent = opened.Parent;
        burst.Know(opened.MovedParts);
        burst.TriggerActivityId = opened.TriggerActivityId;
        burst.TriggerPayload = opened.TriggerPayload;
        burst.Title = Openings.TitleOf(burst.Before.Definition, burst.Inputs, burst.Institution);
        burst.Log.Write(JournalEvent.Opened, null,
            ($"Procedure opened: {burst.Title.English}.", $"Procédure ouverte : {burst.Title.French}."),
            Value.MapOf(("definition", Value.Of(burst.Before.Definition.Hash)), ("inputs", burst.Inputs)));
        burst.Begin();
        return true;
    }

    private static bool AnswerTask(Burst burst, Stimulus.TaskCompleted completed)
    {
        if (burst.Waits.Find(completed.Wait) is not { Kind: WaitKind.Task } wait)
            throw new AnswerRefused(new Bilingual(
                "This task has already been completed or is no longer asked.",
                "Cette tâche est déjà accomplie ou n'est plus demandée."));
        burst.Answering = completed;
        burst.Resume(wait, completed.Answer);
        return true;
    }

    private static bool Wake(Burst burst, Stimulus.TimerDue due)
    {
        if (burst.Waits.Find(due.Wait) is not { WakeAt: { } wakeAt } wait || wakeAt > burst.Now) return false;
        if (wait.Kind == WaitKind.Timer) burst.ResumeAndClose(wait, Value.Undefined);
        else DeadlineWatch.Wake(burst, wait);
        return true;
    }

    private static bool TakeEvent(Burst burst, Stimulus.EventPublished published)
    {
        if (published.CorrelationId is { } id && id != burst.CorrelationId) return false;
        return ResumeBy(burst, WaitKind.Event, published.Name, published.Payload);
    }

    private static bool ResumeBy(Burst burst, WaitKind kind, string key, Value payload)
    {
        var waits = burst.Waits.All.Where(w => w.Kind == kind && w.Key == key).ToArray();
        foreach (var wait in waits)
            if (burst.Waits.Find(wait.Id) is not null)
                burst.ResumeAndClose(wait, payload);
        return waits.Length > 0;
    }

    internal static bool TakeChild(Burst burst, Stimulus.ChildReported child)
    {
        if (burst.Standstill is not null) return burst.KeepReport(child);
        if (burst.Waits.Find(child.Wait) is not { Kind: WaitKind.Child } wait) return false;
        burst.ResumeAndClose(wait, Value.MapOf(
            ("procedureId", Value.Of(child.ChildId)), ("status", Value.Of(child.Status.ToString())), ("output", child.Outputs),
            ("problem", Value.Of(child.Problem)), ("problemFr", Value.Of(child.ProblemFr)),
            ("outcomes", Value.Of(child.Outcomes.Select(o => Value.Of(o))))));
        return true;
    }
}
