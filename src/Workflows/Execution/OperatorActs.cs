using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>What an operator does to a procedure from outside its drawing. Every act stands in the journal.</summary>
internal static class OperatorActs
{
    public static bool Discontinue(Burst burst, Stimulus.Cancelled cancelled)
    {
        burst.Note(JournalEvent.Noted, null,
            ($"Discontinued: {cancelled.Why.English}", $"Abandonnée : {cancelled.Why.French}"),
            Value.Of(cancelled.Why.English));
        burst.End(ProcedureStatus.Cancelled);
        return true;
    }

    public static Bilingual? RefuseRemoval(Procedure procedure)
    {
        if (procedure.Step == 0) return ("The procedure is not open.", "La procédure n'est pas ouverte.");
        return procedure.RemovedAt is null ? null : (
            "The procedure has been taken off the lists already.", "La procédure a déjà été retirée des listes.");
    }

    /// <summary>Takes the procedure off the lists. State and journal stay.</summary>
    public static bool Remove(Burst burst, Stimulus.Removed removed)
    {
        if (!burst.IsOver) Discontinue(burst, new Stimulus.Cancelled(removed.Reason) { ReasonFr = removed.ReasonFr });
        burst.IsRemoved = true;
        burst.Note(JournalEvent.Removed, null,
            ($"Taken off the lists: {removed.Why.English}", $"Retirée des listes : {removed.Why.French}"),
            Value.Of(removed.Why.English));
        return true;
    }

    /// <summary>Lets failed activities begin again; what they did before they failed stays done.</summary>
    /// <exception cref="AnswerRefused">Nothing stands still, or it cannot begin again without repeating others.</exception>
    public static bool Retry(Burst burst, Stimulus.Retried retried)
    {
        var failed = burst.Activations
            .Where(a => a is { Status: ActivationStatus.Faulted, Parent: not null })
            .Where(a => retried.Activations.IsDefaultOrEmpty || retried.Activations.Contains(a.Id)).ToArray();
        if (failed.Length == 0) throw new AnswerRefused(Retries.NothingFailed);
        foreach (var activation in failed)
        {
            var title = activation.Node.Title;
            var incident = burst.Before.Incidents.LastOrDefault(i => i.Activation == activation.Id);
            if (incident is not null && Retries.Refuse(burst.Before, incident) is { } refusal)
                throw new AnswerRefused(refusal);
            burst.Note(JournalEvent.Retried, activation,
                ($"“{title.English}” begins again: {retried.Why.English}", $"« {title.French} » recommence : {retried.Why.French}"),
                Value.Of(retried.Why.English));
            burst.BeginAgain(activation);
        }
        // What ran beside it goes on with it, when the incident had ended the procedure.
        burst.TakeUp();
        return true;
    }

    /// <summary>Gives a variable another value, in the variable's type.</summary>
    /// <exception cref="AnswerRefused">There is no such variable now, or the value does not fit its type.</exception>
    public static bool SetVariable(Burst burst, Stimulus.VariableSet set)
    {
        foreach (var activation in burst.Activations)
            foreach (var variable in activation.Node.Variables)
                if ((variable.Id == set.Variable || variable.Name == set.Variable) && activation.Variables.Has(variable.Id))
                {
                    Change(burst, activation, variable, set);
                    return true;
                }
        throw new AnswerRefused(new Bilingual(
            $"The procedure has no variable “{set.Variable}” now.",
            $"La procédure n'a pas de variable « {set.Variable} » en ce moment."));
    }

    private static void Change(Burst burst, Activation activation, Variable variable, Stimulus.VariableSet set)
    {
        var typed = TypedValue.Convert(set.Value, variable.IsArray ? variable.TypeName + "[]" : variable.TypeName);
        if (typed.Problem is { } problem)
            throw new AnswerRefused(new Bilingual(
                $"{variable.Name}: {problem.English}", $"{variable.Name} : {problem.French}"));
        var before = activation.Variables[variable.Id];
        activation.Variables = activation.Variables.With(variable.Id, typed.Value);
        burst.Note(JournalEvent.VariableSet, null,
            ($"The variable {variable.Name} was changed: {set.Why.English}",
             $"La variable {variable.Name} a été modifiée : {set.Why.French}"),
            Value.MapOf(("variable", Value.Of(variable.Name)), ("before", before), ("after", typed.Value),
                ("reason", Value.Of(set.Why.English))));
    }
}
