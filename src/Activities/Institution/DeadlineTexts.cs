using Procedures.Deadlines;
using Procedures.Execution;

namespace Procedures.Activities;

/// <summary>What the designer shows for reminder profiles and for what happens when a day passes.</summary>
internal static class DeadlineTexts
{
    public static Bilingual Of(ReminderProfile profile)
    {
        if (profile.Before.IsEmpty) return ("None", "Aucun");
        var days = string.Join(", ", profile.Before);
        var meeting = profile.ForMeeting;
        return ($"{profile.Name}: {days} days before{(meeting ? ", for meetings" : "")}",
            $"{profile.Name} : {days} jours avant{(meeting ? ", pour les réunions" : "")}");
    }

    public static Bilingual Of(OnExpiry onExpiry) => onExpiry switch
    {
        OnExpiry.Escalate => ("Escalate: a named body is told; the step stays open",
            "Signaler : un organe désigné est informé ; l'étape reste ouverte"),
        OnExpiry.Block => ("Block: the next step cannot start", "Bloquer : l'étape suivante ne peut commencer"),
        OnExpiry.Branch => ("Branch: leave through Expired", "Bifurquer : sortie par « Échéance passée »"),
        OnExpiry.Lapse => ("Lapse: the right is lost; leave through Lapsed",
            "Forclore : le droit s'éteint ; sortie par « Forclos »"),
        _ => ("Note: written into the journal only", "Noter : mention au journal seulement"),
    };
}
