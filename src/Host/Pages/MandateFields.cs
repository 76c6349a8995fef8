using System.Collections.Immutable;
using System.Globalization;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Mandates;

namespace Procedures.Pages;

/// <summary>The fields of a mandate. Their names are the headings of the register as a file.</summary>
internal static class MandateFields
{
    public const string State = "state";
    public const string Holder = "holder";
    public const string Begins = "begins";
    public const string Ends = "ends";
    public const string Rule = "rule";
    public const string Term = "term";
    public const string Left = "left";
    public const string Cause = "cause";
    public const string Source = "source";
    public const string Remark = "remark";
    public const string SourceFr = "source-fr";
    public const string RemarkFr = "remark-fr";

    /// <summary>The reason in English and in French: one of them is needed, in whichever language.</summary>
    public static ImmutableArray<FormField> ReasonFields { get; } =
    [
        ActFields.ReasonFields[0] with
        {
            Help = ("It stands in the history of the mandate, with your name. Give it here, in French below, or both.",
                "Il figure à l'historique du mandat, avec votre nom. Donnez-le ici, en français ci-dessous, ou dans les "
                    + "deux langues."),
        },
        ActFields.ReasonFields[1] with { Help = Bilingual.Empty },
    ];

    public static FormField EndField { get; } =
        new(Ends, FieldType.Day, ("Last day of the term", "Dernier jour du mandat"));

    public static FormField LeftField { get; } =
        new(Left, FieldType.Day, ("Last day in office", "Dernier jour en fonction"))
    {
        Help = ("The seat is vacant on the day after.", "Le siège est vacant le lendemain."),
    };

    public static FormField CauseField { get; } = new(Cause, FieldType.Choice, ("Cause", "Cause"))
    {
        Options =
        [
            new(nameof(VacancyCause.Resignation), NameOf(VacancyCause.Resignation)),
            new(nameof(VacancyCause.Death), NameOf(VacancyCause.Death)),
            new(nameof(VacancyCause.Dismissal), NameOf(VacancyCause.Dismissal)),
        ],
    };

    /// <summary>Everything that is known of a mandate of that office, besides the office.</summary>
    public static IEnumerable<FormField> Of(Office office, Institution institution, bool withState, bool withVacancy)
    {
        if (withState && office.IsPerState)
            yield return new(State, FieldType.Choice, ("State", "État"))
            {
                Required = true,
                Help = ("In respect of which the member is elected; members of the Organisation and others.",
                    "Au titre duquel le membre est élu ; États membres de l'Organisation et autres."),
                Options = [.. institution.States.Select(s => new Choice(s.Key, s.Value))],
            };
        yield return new(Holder, FieldType.Text, ("Holder", "Titulaire"))
        {
            Help = ("Left empty when the name is not known.", "Laissé vide si le nom n'est pas connu."),
        };
        yield return new(Begins, FieldType.Day, ("First day of the term", "Premier jour du mandat"))
            { Required = true };
        yield return EndField with
        {
            Help = ("Left empty: as long as the rule on the term says.",
                "À défaut : la durée que fixe la règle sur le mandat."),
        };
        if (office.Rules.Length > 1) yield return RuleField(office);
        yield return new(Term, FieldType.Number, ("Number of this holder's term", "Numéro du mandat de ce titulaire"))
        {
            Min = 1, Max = 99,
            Help = ("1 for a first term. Left empty: 1.", "1 pour un premier mandat. À défaut : 1."),
        };
        if (withVacancy)
        {
            yield return LeftField with
            {
                Help = ("Only after an early end. Emptied, together with the cause: the early end is taken back.",
                    "Seulement après une fin anticipée. Vidé, ainsi que la cause : la fin anticipée est retirée."),
            };
            yield return CauseField;
        }
        foreach (var field in Notes) yield return field;
    }

    /// <summary>What is written in words, in either language or in both.</summary>
    private static FormField[] Notes { get; } =
    [
        new(Source, FieldType.Text, ("Recorded from, in English", "Enregistré d'après, en anglais"))
        {
            Help = ("The document or page that says so; in English, in French below, or in both.",
                "Le document ou la page qui l'indique ; en anglais, en français ci-dessous, ou dans les deux langues."),
        },
        new(SourceFr, FieldType.Text, ("Recorded from, in French", "Enregistré d'après, en français")),
        new(Remark, FieldType.Multiline, ("Remark in English", "Remarque en anglais")),
        new(RemarkFr, FieldType.Multiline, ("Remark in French", "Remarque en français")),
    ];

    public static Bilingual NameOf(VacancyCause cause) => cause switch
    {
        VacancyCause.Resignation => ("resignation", "démission"),
        VacancyCause.Death => ("death", "décès"),
        VacancyCause.Dismissal => ("dismissal or loss of the seat", "révocation ou perte du siège"),
        _ => Bilingual.Empty,
    };

    private static FormField RuleField(Office office) =>
        new(Rule, FieldType.Choice, ("Rule on the term", "Règle sur le mandat"))
    {
        Help = ("Left empty: the rule that held on the first day of the term.",
            "À défaut : la règle en vigueur au premier jour du mandat."),
        Options = [.. office.Rules.Select(rule => new Choice(Iso(rule.From), rule.Source))],
    };

    /// <summary>The mandate as its form shows it.</summary>
    public static Value.Map Typed(Mandate mandate, Language language)
    {
        string Day(DateOnly? day) => day is { } d ? DateText.Short(d, language) : "";
        return Value.MapOf((State, Value.Of(mandate.State)), (Holder, Value.Of(mandate.Holder)),
            (Begins, Value.Of(Day(mandate.Begins))), (Ends, Value.Of(Day(mandate.Ends))),
            (Rule, Value.Of(mandate.Rule is { } rule ? Iso(rule) : "")),
            (Term, Value.Of(mandate.Term.ToString(CultureInfo.InvariantCulture))),
                (Left, Value.Of(Day(mandate.LeftOn))),
            (Cause, Value.Of(mandate.Cause is VacancyCause.None ? "" : mandate.Cause.ToString())),
            (Source, Value.Of(mandate.Source)), (Remark, Value.Of(mandate.Remark)),
            (SourceFr, Value.Of(mandate.SourceFr)), (RemarkFr, Value.Of(mandate.RemarkFr)));
    }

    /// <summary>The mandate of a form that has been checked field by field.</summary>
    public static Mandate Read(Office office, string state, Value.Map answer)
    {
        var mandate =
            new Mandate(office.Code, state, Text(answer, Holder), DayOf(answer, Begins)!.Value, DayOf(answer, Ends))
        {
            Rule = DayOf(answer, Rule), Term = (int)(Plain.Number(answer[Term]) ?? 1), LeftOn = DayOf(answer, Left),
            Cause = Enum.TryParse<VacancyCause>(Text(answer, Cause), out var cause) ? cause : VacancyCause.None,
            Source = Text(answer, Source), Remark = Text(answer, Remark),
            SourceFr = Text(answer, SourceFr), RemarkFr = Text(answer, RemarkFr),
        };
        return mandate.Ends is null
            ? mandate with { Ends = office.RuleFor(mandate)?.LastDayOf(mandate.Begins) }
            : mandate;
    }

    public static DateOnly? DayOf(Value.Map answer, string field) => DayEntry.Read(Text(answer, field));

    public static string Text(Value.Map answer, string field) => Plain.Text(answer[field]).Trim();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
