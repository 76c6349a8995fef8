namespace Procedures.Execution;

/// <summary>Whether an activity that has failed can begin again, and why not.</summary>
internal static class Retries
{
    private static readonly Bilingual TakenUp = (
        "No failed activity stands still here: it has been taken up again already, or its branch has ended.",
        "Aucune activité en échec n'attend ici : elle a déjà été reprise, ou sa branche a pris fin.");

    /// <returns>Why nothing of a procedure can begin again; null when it can.</returns>
    public static Bilingual? Refuse(Procedure procedure)
    {
        if (!procedure.IsOver) return null;
        if (procedure.Status != ProcedureStatus.Faulted)
            return ("The procedure is over.", "La procédure est terminée.");
        if (procedure.RemovedAt is not null)
            return ("The procedure has been taken off the lists.", "La procédure a été retirée des listes.");
        if (procedure.Parent is { Wait: not null } parent)
            return ($"The procedure {parent.ProcedureId}, which had opened this one, has been told that it failed and "
                + "has gone on without it: begin the step again there.",
                $"La procédure {parent.ProcedureId}, qui avait ouvert celle-ci, a été informée de l'échec et a "
                + "continué sans elle : recommencez l'étape dans celle-là.");
        return procedure.Standstill is not null ? null : (
            "The incident has ended the procedure, and a former version of the program has kept nothing of what ran: "
            + "no step can begin again by itself. Begin the procedure anew in its file.",
            "L'incident a mis fin à la procédure, et une version antérieure du programme n'a rien gardé de ce qui était "
            + "en cours : aucune étape ne peut recommencer seule. Recommencez la procédure dans son dossier.");
    }

    /// <returns>Why the activity of an incident cannot begin again; null when it can.</returns>
    public static Bilingual? Refuse(Procedure procedure, Incident incident)
    {
        if (Refuse(procedure) is { } refusal) return refusal;
        if (procedure.Activations.FirstOrDefault(a => a.Id == incident.Activation) is not
            { Status: ActivationStatus.Faulted } failed) return TakenUp;
        var node = procedure.Definition.Find(failed.ActivityId);
        return node is { Children.IsEmpty: false } && !failed.Memory.Equals(failed.Given)
            ? Repeats(node.Title, procedure) : null;
    }

    /// <summary>Nothing of what was named stands still.</summary>
    public static Bilingual NothingFailed => TakenUp;

    private static Bilingual Repeats(Bilingual title, Procedure procedure) =>
        Rounds.CanRevive(procedure) || !procedure.IsOver
        ? ($"“{title.English}” holds other activities, which would all run a second time. Begin the procedure anew in its file, "
            + "or discontinue it and open a new one.",
            $"« {title.French} » contient d'autres activités, qui seraient toutes exécutées une seconde fois. Recommencez "
            + "la procédure dans son dossier, ou abandonnez-la et ouvrez-en une nouvelle.")
        : ($"“{title.English}” holds other activities, which would all run a second time. Open a new procedure.",
            $"« {title.French} » contient d'autres activités, qui seraient toutes exécutées une seconde fois. Ouvrez une "
            + "nouvelle procédure.");
}
