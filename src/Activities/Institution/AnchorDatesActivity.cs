using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// Gives the procedure its dates of reference, or fixes one of them later, and lists them in the journal.
/// </summary>
public sealed class AnchorDatesActivity : ActivityType
{
    private static readonly InputDeclaration Dates = Lines("Dates", ("Dates", "Dates"),
        ("One a line: “EO = open(E) | English label | French label”; without a formula the date is given from outside.",
         "Une par ligne : « EO = open(E) | libellé anglais | libellé français » ; sans formule, la date est " +
             "donnée de l'extérieur."));

    private static readonly InputDeclaration GivenDates = Lines("Given", ("Given dates", "Dates données"),
        ("One a line: “TE = TermEnds” fixes TE to the procedure's input or variable TermEnds.",
         "Une par ligne : « TE = TermEnds » fixe TE d'après l'entrée ou la variable TermEnds de la procédure."));

    private static readonly InputDeclaration Fix = Pairs("Fix", ("Fix", "Fixer"),
        ("Dates to fix now: the name with a day, part(2021,3) or 2021/3; an empty value frees the date again.",
         "Dates à fixer maintenant : le nom avec un jour, part(2021,3) ou 2021/3 ; une valeur vide libère la date."));

    private static readonly OutputDeclaration All = new("AllDates", "Object", ("All dates", "Toutes les dates"),
        ("Every date of reference by its name, as 2026-05-20 or part(2026,3).",
         "Chaque date de référence par son nom, sous la forme 2026-05-20 ou part(2026,3)."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Procedures.AnchorDates", Drawers.Course, ("Dates of reference", "Dates de référence"),
        ("Sets the dates from which deadlines count; open deadlines follow.",
         "Fixe les dates d'où se comptent les échéances ; les échéances ouvertes suivent."))
    {
        Inputs = [Dates, GivenDates, Fix], Outputs = [All],
    };

    public override void Start(Activation activation)
    {
        var sheet = activation.Text(Dates);
        Check(sheet);
        var calendar = activation.Institution.Calendar;
        var given = ReadGiven(activation).Concat(ReadFix(activation)).ToArray();
        try
        {
            activation.ChangeAnchors(book => given.Aggregate(
                sheet.Trim().Length == 0 ? book : book.WithSheet(sheet),
                (b, g) => g.Value is { } value ? b.Fix(g.Name, value) : b.Release(g.Name)));
        }
        catch (RuleSyntaxException error)
        {
            throw Unreadable(error);
        }
        var evaluated = AnchorSheet.Parse(activation.Anchors.Sheet).Evaluate(activation.Anchors.Fixed, calendar);
        if (!evaluated.Problems.IsEmpty)
            throw new ActivityFault(new Bilingual(
                string.Join(' ', evaluated.Problems.Select(p => p.Text.English)),
                string.Join(' ', evaluated.Problems.Select(p => p.Text.French))));
        var data = Data(evaluated);
        activation.Note(JournalEvent.Noted, Listing(evaluated), data);
        activation.Yield(All, data);
        activation.Complete();
    }

    private static void Check(string sheet)
    {
        try
        {
            AnchorSheet.Parse(sheet);
        }
        catch (RuleSyntaxException error)
        {
            throw Unreadable(error);
        }
    }

    private static ActivityFault Unreadable(RuleSyntaxException error) =>
        new((
            $"Dates, line {error.Line}, column {error.Column}: {error.Text.English}",
            $"Dates, ligne {error.Line}, colonne {error.Column} : {error.Text.French}"), error);

    private static IEnumerable<(string Name, AnchorValue? Value)> ReadGiven(Activation activation)
    {
        var lines = activation.Text(GivenDates)
            .Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var (line, number) in lines.Select((l, i) => (l, i + 1)))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0)
                throw new ActivityFault((
                    $"Given, line {number}: write “TE = TermEnds”, a date and an input or variable.",
                    $"Given, ligne {number} : écrivez « TE = TermEnds », une date et une entrée ou variable."));
            var value = activation.ProcedureInputs[parts[1]] is { IsNothing: false } input
                ? input : activation.Variable(parts[1]);
            if (Plain.Text(value).Length > 0)
                yield return (parts[0], AnchorTexts.Read(parts[0], value, activation.Institution.Calendar));
        }
    }

    private static IEnumerable<(string Name, AnchorValue? Value)> ReadFix(Activation activation) =>
        Structure.Map(activation, Fix).Members.Select(m => (m.Key, Plain.Text(m.Value).Length == 0
            ? null : (AnchorValue?)AnchorTexts.Read(m.Key, m.Value, activation.Institution.Calendar)));

    private static IEnumerable<EvaluatedAnchor> Shown(EvaluatedAnchors all) =>
        all.All.Where(a => !a.Name.Contains('.', StringComparison.Ordinal));

    private static Bilingual Listing(EvaluatedAnchors all) => (
        string.Join('\n', Shown(all).Select(a => a.Explanation.English).Prepend("Dates of reference:")),
        string.Join('\n', Shown(all).Select(a => a.Explanation.French).Prepend("Dates de référence :")));

    private static Value.Map Data(EvaluatedAnchors all) =>
        new([.. Shown(all).Select(a => KeyValuePair.Create(a.Name, Value.Of(a.Value?.Notation)))]);
}
