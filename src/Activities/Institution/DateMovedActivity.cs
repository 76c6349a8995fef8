using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>At any time a person may fix a date of reference anew; open deadlines that count from it move.</summary>
public sealed class DateMovedActivity() : InstitutionActivity(
    new("Procedures.DateMoved", Drawers.Events, ("Date moved", "Date déplacée"),
        ("At any time: a date of reference is fixed anew, with the reason; open deadlines follow.",
         "À tout moment : une date de référence est fixée à nouveau, avec le motif ; les échéances ouvertes suivent."))
    {
        Inputs = [Movable], Ports = [new(Moved, OutcomeTexts.Of(Moved))],
    },
    new StepInputs("OWNER"), null, null)
{
    public const string Moved = "Moved";
    private const string Reason = "reason";
    private const string ReasonFr = "reasonFr";

    private static readonly InputDeclaration Movable = Tags("Anchors", ("Dates of reference", "Dates de référence"),
        ("The names of the dates that may be moved; empty: every date of the procedure.",
         "Les noms des dates qui peuvent être déplacées ; vide : toutes les dates de la procédure."));

    protected override ImmutableArray<OutcomeChoice> FixedOutcomes { get; } = [new(Moved, OutcomeTexts.Of(Moved))];

    protected override Assignment Mark(Activation activation, Assignment assignment) =>
        assignment with { IsOptional = true };

    protected override ImmutableArray<Value> OwnFields(Activation activation) =>
    [
        Value.MapOf(("name", Value.Of("anchor")), ("type", Value.Of("choice")), ("required", Value.True),
            ("label", Value.Of("Date of reference")), ("labelFr", Value.Of("Date de référence")),
            ("options", Value.Of(Names(activation).Select(n => Option(activation, n))))),
        .. ValueFields(activation),
        Value.MapOf(("name", Value.Of(Reason)), ("type", Value.Of("multiline")),
            ("label", Value.Of("Reason in English")), ("labelFr", Value.Of("Motif en anglais")),
            ("help", Value.Of("Give it here, in French below, or both.")),
            ("helpFr", Value.Of("Donnez-le ici, en français ci-dessous, ou dans les deux langues."))),
        Value.MapOf(("name", Value.Of(ReasonFr)), ("type", Value.Of("multiline")),
            ("label", Value.Of("Reason in French")), ("labelFr", Value.Of("Motif en français"))),
    ];

    // A day and a part-session are asked in different ways; both are asked when both kinds may be moved.
    private static IEnumerable<Value> ValueFields(Activation activation)
    {
        var kinds = Names(activation).Select(n => activation.Anchors.Find(n) is AnchorValue.Part).Distinct().ToArray();
        if (kinds.Contains(false))
            yield return Value.MapOf(("name", Value.Of("value")), ("type", Value.Of("day")),
                ("required", Value.Of(kinds.Length == 1)),
                ("label", Value.Of("New day")), ("labelFr", Value.Of("Nouveau jour")));
        if (kinds.Contains(true))
            yield return Value.MapOf(("name", Value.Of(kinds.Length == 1 ? "value" : "part")),
                ("type", Value.Of("part")),
                ("required", Value.Of(kinds.Length == 1)),
                ("label", Value.Of("New part-session")), ("labelFr", Value.Of("Nouvelle partie de session")),
                ("help", Value.Of("Only for a date of reference that is a part-session.")),
                ("helpFr", Value.Of("Seulement pour une date de référence qui est une partie de session.")));
    }

    private static IEnumerable<string> Names(Activation activation)
    {
        var listed = Plain.Items(activation.Input(Movable)).Select(Plain.Text).Where(n => n.Length > 0).ToArray();
        if (listed.Length > 0) return listed;
        return activation.Anchors.Values.Keys.Where(n => !n.Contains('.', StringComparison.Ordinal));
    }

    private static Value Option(Activation activation, string name)
    {
        var label = activation.Anchors.LabelOf(name);
        return Value.MapOf(("value", Value.Of(name)),
            ("text", Value.Of(label is null ? name : $"{label.English} ({name})")),
            ("textFr", Value.Of(label is null ? name : $"{label.French} ({name})")));
    }

    /// <summary>What the drawing lets follow from a move follows, whoever moved the date and from where.</summary>
    public override void AnchorMoved(Activation activation, string name)
    {
        if (Names(activation).Contains(name)) activation.Complete(Moved);
    }

    protected override Conclusion Conclude(Activation activation, Wait wait, Given given)
    {
        var name = Plain.Text(given.Answer["anchor"]);
        var texts = new[] { Plain.Text(given.Answer["value"]), Plain.Text(given.Answer["part"]) };
        var text = texts.Count(t => t.Length > 0) == 1 ? texts.Single(t => t.Length > 0) : "";
        var reason = ReasonText.Of(Plain.Text(given.Answer[Reason]), Plain.Text(given.Answer[ReasonFr]));
        if (reason.English.Length == 0)
            throw AnswerRefused.InField(new FieldRefusal(Reason, [(
                "Reason: give it in English, in French, or in both.",
                "Motif : donnez-le en anglais, en français, ou dans les deux langues.")]));
        if (AnchorTexts.Read(text, activation.Institution.Calendar) is not { } value)
            throw new AnswerRefused(new Bilingual(
                "Give the new day, or choose the new part-session: one of both.",
                "Indiquez le nouveau jour ou choisissez la nouvelle partie de session : l'un des deux."));
        AnchorTexts.RefuseOtherKind(name, activation.Anchors.Find(name), value);
        var who = ActorText.Of(activation.Actor);
        activation.Note(JournalEvent.AnchorMoved,
            ($"{name} was fixed anew by {who.English}: {reason.English}",
             $"{name} a été fixé à nouveau par {who.French} : {reason.French}"),
            Value.MapOf(("anchor", Value.Of(name)), ("value", Value.Of(value.Notation)), ("reason", Value.Of(reason.English))));
        activation.ChangeAnchors(book => book.Fix(name, value));
        return new Conclusion(Moved);
    }
}
