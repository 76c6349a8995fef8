using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>An operator cancels single activities, as in Elsa: the flowchart goes on without them.</summary>
internal static class Cancellations
{
    /// <exception cref="AnswerRefused">None of them runs, or what holds one would wait for it for ever.</exception>
    public static bool Take(Burst burst, Stimulus.ActivityCancelled cancelled)
    {
        var meant = burst.Activations
            .Where(a => a.Parent is not null && cancelled.Activations.Contains(a.Id))
            .Where(a => a.Status is ActivationStatus.Running or ActivationStatus.Faulted).ToArray();
        if (meant.Length == 0)
            throw new AnswerRefused(new Bilingual(
                "This activity is not at work here.", "Cette activité n'est pas en cours ici."));
        foreach (var activation in meant)
        {
            if (Refuse(activation) is { } refusal) throw new AnswerRefused(refusal);
            // It has gone with another one that was meant and held it.
            if (burst.IsOver || burst.Find(activation.Id) is null) continue;
            var title = activation.Node.Title;
            burst.Note(JournalEvent.Noted, activation,
                ($"“{title.English}” is cancelled: {cancelled.Why.English}",
                    $"« {title.French} » est annulée : {cancelled.Why.French}"),
                Value.Of(cancelled.Why.English));
            foreach (var child in burst.ChildrenAwaitedBy(activation))
                burst.Dispatches.Add(new Dispatch.Deliver(
                    child, new Stimulus.Cancelled(cancelled.Reason)
                    {
                        Actor = burst.Actor, ReasonFr = cancelled.ReasonFr,
                    }));
            burst.GiveUp(activation);
        }
        return true;
    }

    private static Bilingual? Refuse(Activation activation)
    {
        var title = activation.Node.Title;
        if (activation.Parent!.Id == WorkflowActivity.ActivationId)
            return ($"“{title.English}” is the whole drawing: discontinue the procedure instead.",
                $"« {title.French} » est le dessin entier : abandonnez plutôt la procédure.");
        var holder = activation.Parent.Node.Title;
        return activation.Parent.Type is Flowchart ? null : (
            $"“{title.English}” stands in “{holder.English}”, which would wait for it for ever: cancel “{holder.English}” instead.",
            $"« {title.French} » se trouve dans « {holder.French} », qui l'attendrait indéfiniment : annulez plutôt « {holder.French} ».");
    }
}
