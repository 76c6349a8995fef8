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
            var title = Burst.TitleOf(activation.Node);
            burst.Note(JournalEvent.Noted, activation,
                ($"“{title}” is cancelled: {cancelled.Why.English}",
                    $"« {title} » est annulée : {cancelled.Why.French}"),
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
        var title = Burst.TitleOf(activation.Node);
        if (activation.Parent!.Id == WorkflowActivity.ActivationId)
            return ($"“{title}” is the whole drawing: discontinue the procedure instead.",
                $"« {title} » est le dessin entier : abandonnez plutôt la procédure.");
        var holder = Burst.TitleOf(activation.Parent.Node);
        return activation.Parent.Type is Flowchart ? null : (
            $"“{title}” stands in “{holder}”, which would wait for it for ever: cancel “{holder}” instead.",
            $"« {title} » se trouve dans « {holder} », qui l'attendrait indéfiniment : annulez plutôt « {holder} ».");
    }
}
