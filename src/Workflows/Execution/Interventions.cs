using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>What acts do that may happen at any time: each is journalled, and whoever is concerned is written to.</summary>
internal static class Interventions
{
    public static bool Take(Burst burst, Act act)
    {
        switch (act)
        {
            case Act.PartMoved moved: MovePart(burst, moved); break;
            case Act.Postponed postponed: Postpone(burst, postponed); break;
            case Act.DocumentCorrected corrected: CorrectDocument(burst, corrected); break;
            case Act.DayCorrected corrected: CorrectDay(burst, corrected); break;
            case Act.Reassigned reassigned: Reassign(burst, reassigned); break;
            case Act.Interrupted interrupted: Interrupt(burst, interrupted); break;
            case Act.Resumed resumed: Resume(burst, resumed); break;
            case Act.TakenInTime taken: LateRecords.Record(burst, taken); break;
            case Act.Restarted restarted: Rounds.Restart(burst, restarted); break;
            default: throw new InvalidOperationException($"The engine knows no act {act.GetType().Name}.");
        }
        return true;
    }

    private static void MovePart(Burst burst, Act.PartMoved act)
    {
        var session = act.Session;
        if (session.Closes < session.Opens)
            throw new AnswerRefused(new Bilingual(
                "The part-session closes before it opens.", "La partie de session finit avant de commencer."));
        var (opens, closes) = (DateText.Long(session.Opens), DateText.Long(session.Closes));
        Note(burst, JournalEvent.AnchorMoved, act, (
            $"The {session.Name.English} now is from {opens.English} to {closes.English}",
            $"La {session.Name.French} se tient désormais du {opens.French} au {closes.French}"),
            Value.MapOf(("part", Value.Of(session.Notation)), ("opens", Value.Of($"{session.Opens:yyyy-MM-dd}")),
                ("closes", Value.Of($"{session.Closes:yyyy-MM-dd}"))));
        burst.MovePart(session);
        // What has been opened goes on while an incident has stopped what waits for it.
        var waits = burst.Waits.All.Concat(burst.Standstill?.Waits ?? []);
        foreach (var child in waits.Where(w => w is { Kind: WaitKind.Child, Key: not null }))
            burst.Dispatches.Add(new Dispatch.Deliver(
                child.Key!, new Stimulus.Intervened(act) { Actor = burst.Actor }));
    }

    private static void Postpone(Burst burst, Act.Postponed act)
    {
        var wait = AskedOf(burst, act.Wait);
        if (wait.Timetable is not { LastDay: { } old } timetable)
            throw new AnswerRefused(new Bilingual("This step has no deadline.", "Cette étape n'a pas d'échéance."));
        // The last day of a meeting's window may turn out to be its day.
        if (act.LastDay == old && (timetable.Profile != ReminderProfile.RM.Name || timetable.IsMeetingDay))
            throw new AnswerRefused(new Bilingual(
                "That is the day that the step has already.", "L'étape a déjà ce jour pour échéance."));
        if (act.LastDay < burst.Today)
            throw new AnswerRefused(new Bilingual("The new day lies in the past.", "Le nouveau jour est déjà passé."));
        var rule = $"{(timetable.Profile == ReminderProfile.RM.Name ? "on" : "nlt")} {act.LastDay:yyyy-MM-dd}";
        Note(burst, JournalEvent.Noted, act, (
            $"{Title(wait).English}: another day", $"{Title(wait).French} : autre jour"),
            Value.MapOf(("wait", Value.Of(wait.Id)), ("rule", Value.Of(rule)), ("was", Value.Of(timetable.Rule))));
        DeadlineWatch.Recompute(burst, wait with { Timetable = timetable with { Rule = rule } });
    }

    private static void CorrectDocument(Burst burst, Act.DocumentCorrected act)
    {
        var to = burst.Asked.Select(w => w.Assignment!.Body).Concat(act.AlsoTo).Distinct().ToArray();
        Note(burst, JournalEvent.Noted, act, (
            $"Document corrected: {act.Document}", $"Document corrigé : {act.Document}"), Value.Of(act.Document));
        Bilingual subject = ($"Corrected: {act.Document}", $"Corrigé : {act.Document}");
        foreach (var body in to)
            burst.Send(new Letter(LetterKind.Letter, Occasion(burst, "corrected"), body)
            {
                Subject = subject, StepTitle = subject, Body = act.Why,
            });
    }

    private static void CorrectDay(Burst burst, Act.DayCorrected act)
    {
        if (burst.Anchors.Find(act.Anchor) is not AnchorValue.Day { Date: var old })
            throw new AnswerRefused(new Bilingual(
                $"No day is recorded as {act.Anchor}.", $"Aucun jour n'est enregistré sous {act.Anchor}."));
        if (act.Day == old)
            throw new AnswerRefused(new Bilingual("That is the day on record.", "C'est le jour enregistré."));
        if (act.Day > burst.Today)
            throw new AnswerRefused(new Bilingual("The day lies in the future.", "Ce jour est à venir."));
        var (now, was) = (DateText.Long(act.Day), DateText.Long(old));
        Note(burst, JournalEvent.AnchorMoved, act, (
            $"{act.Anchor} really was {now.English} (recorded: {was.English})",
            $"{act.Anchor} était en réalité le {now.French} (enregistré : {was.French})"),
            Value.MapOf(("anchor", Value.Of(act.Anchor)), ("value", Value.Of($"{act.Day:yyyy-MM-dd}"))));
        burst.FixStep(act.Anchor, act.Day, null);
    }

    private static void Reassign(Burst burst, Act.Reassigned act)
    {
        var wait = AskedOf(burst, act.Wait);
        var (old, body) = (wait.Assignment!.Body, burst.Institution.CodeFor(act.Body, burst.Inputs["State"].AsText));
        if (body == old || !burst.Institution.Bodies.ContainsKey(act.Body.Split('(')[0]))
            throw new AnswerRefused(new Bilingual(
                $"Choose another body than {burst.Institution.NameOf(old).English}.",
                $"Choisissez un autre organe que : {burst.Institution.NameOf(old).French}."));
        var (from, to) = (burst.Institution.NameOf(old), burst.Institution.NameOf(body));
        Note(burst, JournalEvent.Noted, act, (
            $"{Title(wait).English}: passed from {from.English} to {to.English}",
            $"{Title(wait).French} : confié par transfert à {to.French} (auparavant {from.French})"),
            Value.MapOf(("wait", Value.Of(wait.Id)), ("from", Value.Of(old)), ("to", Value.Of(body))));
        var withdrawal = TaskLetters.Withdrawal(wait, burst.Why);
        burst.Send(withdrawal with { Occasion = Occasion(burst, "withdrawn") });
        var moved = wait with
        {
            Assignment = wait.Assignment with { Body = body },
            // The cancelled calendar entry and the new one are one entry: its number goes on rising.
            Timetable = wait.Timetable is { } timetable ? timetable with { Sequence = timetable.Sequence + 2 } : null,
        };
        burst.Waits.Replace(moved);
        burst.Send(TaskLetters.Announcement(moved) with { Occasion = Occasion(burst, "task") });
    }

    private static void Interrupt(Burst burst, Act.Interrupted act)
    {
        if (burst.Interruption is not null)
            throw new AnswerRefused(new Bilingual(
                "The procedure is interrupted already.", "La procédure est déjà interrompue."));
        burst.Interrupt(null, act.Why);
        Tell(burst, LetterKind.Interrupted, "interrupted");
    }

    private static void Resume(Burst burst, Act.Resumed act)
    {
        if (burst.Interruption is null)
            throw new AnswerRefused(new Bilingual(
                "The procedure is not interrupted.", "La procédure n'est pas interrompue."));
        burst.ResumeProcedure(null);
        Note(burst, JournalEvent.Noted, act, ("Taken up again", "Reprise"), Value.Undefined);
        Tell(burst, LetterKind.Resumed, "resumed");
    }

    private static void Tell(Burst burst, LetterKind kind, string occasion)
    {
        foreach (var body in burst.Asked.Select(w => w.Assignment!.Body).Distinct())
            burst.Send(new Letter(kind, Occasion(burst, occasion), body) { Reason = burst.Why });
    }

    private static Wait AskedOf(Burst burst, int id) =>
        burst.Asked.FirstOrDefault(w => w.Id == id) ?? throw new AnswerRefused(new Bilingual(
            "This step is no longer asked.", "Cette étape n'est plus demandée."));

    // A confidential step is named to nobody who does not take part in it.
    private static Bilingual Title(Wait wait) => wait.Assignment!.PublicTitle ?? wait.Assignment.Title;

    // The same act may happen twice to one wait; each time is an occasion of its own.
    internal static string Occasion(Burst burst, string what) => $"{what}-step-{burst.Before.Step + 1}";

    internal static void Note(Burst burst, string happening, Act act, Bilingual what, Value data)
    {
        burst.Note(happening, null, (
            $"{what.English}. Reason: {Stopped(act.Why.English)}", $"{what.French}. Motif : {Stopped(act.Why.French)}"), data);
    }

    internal static string Stopped(string reason) => reason is [.., '.' or ')'] ? reason : reason + ".";
}
