using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Forms;

namespace Procedures.Pages;

/// <summary>The fields of acts that may happen at any time.</summary>
internal static class ActFields
{
    public const string Wait = "wait";
    public const string Day = "day";
    public const string Body = "body";
    public const string Anchor = "anchor";
    public const string Value = "value";
    public const string Part = "part";
    public const string Document = "document";

    public static FormField ReasonField { get; } = new(ProcedureAct.Reason, FieldType.Multiline, ("Reason", "Motif"))
    {
        Required = true,
        Help = ("It stands in the journal and in letters: nothing confidential.",
            "Il figure au journal et dans les lettres : rien de confidentiel."),
    };

    /// <summary>What a date of reference moves to: a day, or a part-session where the procedure counts from one.</summary>
    public static IEnumerable<FormField> ValueFields(Procedure procedure)
    {
        var kinds = procedure.Anchors.Values.Values.Select(a => a.Value is AnchorValue.Part).Distinct().ToArray();
        if (kinds.Contains(false))
            yield return new(Value, FieldType.Day, ("New day", "Nouveau jour")) { Required = kinds.Length == 1 };
        if (kinds.Contains(true))
            yield return new(Part, FieldType.Part, ("New part-session", "Nouvelle partie de session"))
            {
                Required = kinds.Length == 1,
                Help = ("Only for a date of reference that is a part-session. "
                    + "The days of a part-session are moved on the page Part-sessions.",
                    "Seulement pour une date de référence qui est une partie de session. "
                    + "Les jours d'une partie de session se déplacent à la page Parties de session."),
            };
    }

    public static FormField DayField(Bilingual label) => new(Day, FieldType.Day, label) { Required = true };

    /// <summary>The steps that are asked now; those of them with a day, when only these can be meant.</summary>
    public static ImmutableArray<Choice> Steps(Procedure procedure, Institution institution, bool withDay) =>
    [
        .. procedure.Waits.Where(w => w is { Kind: WaitKind.Task, Assignment.IsOptional: false }
                && (!withDay || w.Timetable?.LastDay is not null))
            .Select(w => new Choice($"{w.Id}", Of(w, institution))),
    ];

    public static FormField StepField(ImmutableArray<Choice> steps) =>
        new(Wait, FieldType.Choice, ("Step", "Étape")) { Required = true, Options = steps };

    public static FormField BodyField(Bilingual label, Institution institution, bool required) =>
        new(Body, FieldType.Choice, label)
        {
            Required = required,
            Options = [.. institution.Bodies.Values.OrderBy(b => b.Name.English, NameOrder.ForPeople)
                .Select(b => new Choice(b.Code, b.Name))],
        };

    /// <summary>Dates of reference, or the recorded days of steps.</summary>
    public static ImmutableArray<Choice> Anchors(Procedure procedure) =>
    [
        .. procedure.Anchors.Values.Values.Select(a => new Choice(a.Name, Named(a.Name, a.Label, AnchorText.Of(a.Value)))),
    ];

    public static ImmutableArray<Choice> StepDays(Procedure procedure) =>
    [
        .. procedure.Anchors.Fixed.Where(f => f.Key.EndsWith(".completed", StringComparison.Ordinal))
            .Select(f => new Choice(f.Key, Named(f.Key, Bilingual.Empty, AnchorText.Of(f.Value)))),
    ];

    private static Bilingual Named(string name, Bilingual label, Bilingual value) => label.English.Length > 0
        ? ($"{label.English} ({name}): {value.English}", $"{label.French} ({name}) : {value.French}")
        : ($"{name}: {value.English}", $"{name} : {value.French}");

    private static Bilingual Of(Wait wait, Institution institution)
    {
        var (title, body) = (TaskTitle.Of(wait.Assignment!), institution.NameOf(wait.Assignment!.Body));
        if (wait.Timetable?.LastDay is not { } day)
            return ($"{title.English}, {body.English}", $"{title.French}, {body.French}");
        var last = DateText.Long(day);
        var law = wait.Assignment.Basis == "Law";
        return ($"{title.English}, {body.English}: {last.English}{(law ? " (by law)" : "")}",
            $"{title.French}, {body.French} : {last.French}{(law ? " (délai de droit)" : "")}");
    }
}
