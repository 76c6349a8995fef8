using System.Collections.Immutable;
using Procedures.Catalog;
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
        Value.MapOf(("name", Value.Of("value")), ("type", Value.Of("text")), ("required", Value.True),
            ("label", Value.Of("New day or part-session")), ("labelFr", Value.Of("Nouveau jour ou partie de session")),
            ("help", Value.Of("A day such as 2026-05-20, or a part-session such as part(2026,3).")),
            ("helpFr", Value.Of("Un jour (2026-05-20) ou une partie de session (part(2026,3))."))),
        Value.MapOf(("name", Value.Of("reason")), ("type", Value.Of("multiline")), ("required", Value.True),
            ("label", Value.Of("Reason")), ("labelFr", Value.Of("Motif"))),
    ];

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
        var (name, text) = (Plain.Text(given.Answer["anchor"]), Plain.Text(given.Answer["value"]));
        var reason = Plain.Text(given.Answer["reason"]);
        if (AnchorTexts.Read(text, activation.Institution.Calendar) is not { } value)
            throw new AnswerRefused(new Bilingual(
                $"“{text}” is neither a day nor a part-session; write 2026-05-20 or part(2026,3).",
                $"« {text} » n'est ni un jour ni une partie de session ; écrivez 2026-05-20 ou part(2026,3)."));
        AnchorTexts.RefuseOtherKind(name, activation.Anchors.Find(name), value);
        activation.Note(JournalEvent.AnchorMoved,
            ($"{name} was fixed anew by {activation.Actor}: {reason}",
             $"{name} a été fixé à nouveau par {activation.Actor} : {reason}"),
            Value.MapOf(("anchor", Value.Of(name)), ("value", Value.Of(value.Notation)), ("reason", Value.Of(reason))));
        activation.ChangeAnchors(book => book.Fix(name, value));
        return new Conclusion(Moved);
    }
}
