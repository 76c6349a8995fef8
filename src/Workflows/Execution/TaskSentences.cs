using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>How the journal tells what happens to a task.</summary>
internal static class TaskSentences
{
    public static Bilingual Asked(Institution institution, Wait wait)
    {
        var assignment = wait.Assignment!;
        var body = institution.NameOf(assignment.Body);
        return wait.Timetable?.LastDay is { } day
            ? ($"{assignment.Title.English}: asked of {body.English} by {DateText.Long(day, Language.English)}.",
               $"{assignment.Title.French} : demandé à {body.French} pour le {DateText.Long(day, Language.French)}.")
            : ($"{assignment.Title.English}: asked of {body.English}.",
               $"{assignment.Title.French} : demandé à {body.French}.");
    }

    public static Bilingual Reminded(Institution institution, Wait wait, ReminderOccasion occasion)
    {
        var body = institution.NameOf(wait.Assignment!.Body);
        return occasion is ReminderOccasion.Overdue overdue
            ? ($"{wait.Assignment.Title.English}: {body.English} reminded, {overdue.Days} day(s) after the last day.",
               $"{wait.Assignment.Title.French} : rappel à {body.French}, {overdue.Days} jour(s) après l'échéance.")
            : ($"{wait.Assignment.Title.English}: {body.English} reminded.",
               $"{wait.Assignment.Title.French} : rappel à {body.French}.");
    }

    public static Bilingual Expired(Wait wait, DateOnly lastDay, OnExpiry onExpiry)
    {
        var consequence = Consequence(onExpiry);
        if (wait.Timetable?.CutOffAt is not null)
            return ($"{wait.Assignment!.Title.English}: not done while there was time; {consequence.English}.",
                $"{wait.Assignment.Title.French} : non accompli tant qu'il était temps ; {consequence.French}.");
        return ($"{wait.Assignment!.Title.English}: not done by {DateText.Long(lastDay, Language.English)}; {consequence.English}.",
            $"{wait.Assignment.Title.French} : non accompli au {DateText.Long(lastDay, Language.French)} ; {consequence.French}.");
    }

    private static Bilingual Consequence(OnExpiry onExpiry) => onExpiry switch
    {
        OnExpiry.Escalate => ("the responsible body is told", "l'organe responsable en est informé"),
        OnExpiry.Block => ("the next step cannot start", "l'étape suivante ne peut commencer"),
        OnExpiry.Branch => ("the procedure takes the branch for this case", "la procédure prend la branche prévue"),
        OnExpiry.Lapse => ("the right has lapsed", "le droit est éteint"),
        _ => ("noted", "il en est pris note"),
    };

    public static Bilingual Moved(Wait wait, DateOnly? old)
    {
        var title = wait.Assignment?.Title ?? Bilingual.Empty;
        if (wait.Timetable?.LastDay is not { } day)
            return ($"{title.English}: no deadline for the time being.", $"{title.French} : pas d'échéance pour l'instant.");
        var now = DateText.Long(day);
        if (old is not { } before) return ($"{title.English}: deadline {now.English}.", $"{title.French} : échéance le {now.French}.");
        if (wait.Timetable.IsMeetingDay && before == day)
            return ($"{title.English}: takes place on {now.English}.", $"{title.French} : a lieu le {now.French}.");
        var was = DateText.Long(before);
        return ($"{title.English}: new deadline {now.English} (was {was.English}).",
            $"{title.French} : nouvelle échéance le {now.French} (auparavant {was.French}).");
    }

    public static Value Data(Wait wait) => Value.MapOf(
        ("wait", Value.Of(wait.Id)),
        ("step", Value.Of(wait.Assignment?.Step)),
        ("body", Value.Of(wait.Assignment?.Body)),
        ("lastDay", Value.Of(wait.Timetable?.LastDay?.ToString("yyyy-MM-dd"))),
        ("rule", Value.Of(wait.Timetable?.Rule)),
        ("source", Value.Of(wait.Assignment?.LegalSource.English)));
}
