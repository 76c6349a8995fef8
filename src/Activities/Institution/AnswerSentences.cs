using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>How the journal tells that a step was answered.</summary>
internal static class AnswerSentences
{
    public static Bilingual Sentence(Activation activation, Assignment assignment, Given given, string outcome)
    {
        var body = activation.Institution.NameOf(assignment.Body);
        var text = assignment.Outcomes.FirstOrDefault(o => o.Name == outcome)?.Text ?? OutcomeTexts.Of(outcome);
        var (english, french) = (DateText.Long(given.DecidedOn).English, DateText.Long(given.DecidedOn).French);
        var actor = ActorText.Of(activation.Actor);
        var (by, par) = activation.Actor is ActorText.Program or ""
            ? ("", "") : ($", recorded by {actor.English}", $", enregistré par {actor.French}");
        return (
            $"{assignment.Title.English}: {body.English}, “{text.English}”, on " +
                $"{english}{by}{Later(given).English}{Late(given).English}.",
            $"{assignment.Title.French} : {body.French}, « {text.French} », le " +
                $"{french}{par}{Later(given).French}{Late(given).French}.");
    }

    private static Bilingual Later(Given given) => given.IsRecordedLater
        ? ($"; recorded later, on {DateText.Long(given.Recorded, Language.English)}",
           $" ; enregistré plus tard, le {DateText.Long(given.Recorded, Language.French)}")
        : Bilingual.Empty;

    private static Bilingual Late(Given given) => given is { IsLate: true, LastDay: { } lastDay }
        ? ($"; after the deadline of {DateText.Long(lastDay, Language.English)}",
           $" ; après l'échéance du {DateText.Long(lastDay, Language.French)}")
        : Bilingual.Empty;

    public static Value.Map Data(Assignment assignment, Given given, string outcome) => Value.MapOf(
        ("step", Value.Of(assignment.Step)), ("outcome", Value.Of(outcome)), ("answer", given.Answer),
        ("decidedOn", Value.Of(given.DecidedOn.ToString("yyyy-MM-dd"))), ("late", Value.Of(given.IsLate)),
        ("confidential", Value.Of(assignment.IsConfidential)));
}
