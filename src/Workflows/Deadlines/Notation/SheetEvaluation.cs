using System.Collections.Immutable;

namespace Procedures.Deadlines.Notation;

/// <summary>One evaluation of a sheet: each name is computed when it is first asked for.</summary>
internal sealed class SheetEvaluation(
    ImmutableArray<SheetLine> lines, Dictionary<string, SheetLine> byName,
    IReadOnlyDictionary<string, AnchorValue> fixedValues, Calendar calendar) : IAnchors
{
    private readonly Dictionary<string, EvaluatedAnchor> _done = new(StringComparer.Ordinal);

    public EvaluatedAnchors Run()
    {
        var onSheet = lines.Select(line => Evaluate(line.Name)!);
        var beside = fixedValues.Keys.Where(name => !byName.ContainsKey(name)).Order(StringComparer.Ordinal)
            .Select(name => Evaluate(name)!);
        return new EvaluatedAnchors([.. onSheet.Concat(beside)], [.. lines.Select(Problem).OfType<AnchorProblem>()]);
    }

    public AnchorValue? Find(string name) => Evaluate(name)?.Value;

    public bool IsProvisional(string name) => Evaluate(name) is { Provisional: true };

    public Bilingual? LabelOf(string name) => byName.GetValueOrDefault(name)?.Label;

    private EvaluatedAnchor? Evaluate(string name)
    {
        if (_done.TryGetValue(name, out var done)) return done;
        var line = byName.GetValueOrDefault(name);
        if (fixedValues.TryGetValue(name, out var value)) done = Given(name, value, line);
        else if (line is not null) done = Computed(line);
        else return null;
        return _done[name] = done;
    }

    private EvaluatedAnchor Given(string name, AnchorValue value, SheetLine? line)
    {
        var (text, provisional) = value switch
        {
            AnchorValue.Day day => (Wording.TheDay(day.Date), false),
            AnchorValue.Part { Session: var part } => (PartText(part), part.IsProvisional),
            _ => throw new InvalidOperationException("An anchor value is a day or a part-session."),
        };
        var title = Wording.NameThenLabel(name, this);
        Bilingual sentence = line?.Formula is null
            ? ($"{title.English} is given: {text.English}", $"{title.French}, valeur donnée : {text.French}")
            : ($"{title.English} was fixed in place of {line.FormulaText}: {text.English}",
               $"{title.French}, valeur fixée à la place de {line.FormulaText} : {text.French}");
        return new EvaluatedAnchor(name, value, line?.FormulaText, LabelOf(name), true, provisional,
            Wording.Sentence([sentence]), []);
    }

    private EvaluatedAnchor Computed(SheetLine line)
    {
        var title = Wording.NameThenLabel(line.Name, this);
        if (line.Formula is null)
            return new EvaluatedAnchor(line.Name, null, null, line.Label, false, false,
                ($"{title.English} has not been given yet.", $"{title.French} : valeur pas encore donnée."), []);
        var reckoning = new Reckoning(this, calendar);
        if (line.Formula.Find(reckoning) is not { } found)
            return new EvaluatedAnchor(line.Name, null, line.FormulaText, line.Label, false, false,
                reckoning.ReasonUnresolved(), [.. reckoning.Missing]);
        var sentence = ($"{title.English} {found.Sentence.English}", $"{title.French} {found.Sentence.French}");
        return new EvaluatedAnchor(line.Name, found.Value, line.FormulaText, line.Label, false, reckoning.Provisional,
            Wording.Sentence(reckoning.Remarks.Prepend(sentence)), []) { Warnings = [.. reckoning.Warnings] };
    }

    // What a person must mend: a name that nobody defines, or a value of the wrong kind. A name that only waits to
    // be given, on the sheet or through another one, is no mistake; nor is that of a step (P1.04.completed), which
    // gets its day when the step is done.
    private AnchorProblem? Problem(SheetLine line)
    {
        var anchor = _done[line.Name];
        if (anchor.Value is not null || line.Formula is null) return null;
        var unknown = line.Formula.Names
            .Where(name => !byName.ContainsKey(name) && !fixedValues.ContainsKey(name) && !IsStep(name)).ToList();
        if (unknown.Count == 0 && anchor.Missing.Any(name => IsStep(name) || byName.ContainsKey(name))
            && anchor.Missing.All(name => Find(name) is null))
            return null;
        var names = string.Join(", ", unknown);
        return new AnchorProblem(line.Number, line.Name, unknown.Count > 0
            ? ($"Line {line.Number}: {line.Name} counts from {names}, which is not known.",
               $"Ligne {line.Number} : {line.Name} se compte depuis {names}, qui n'est pas connu.")
            : ($"Line {line.Number}: {anchor.Explanation.English}",
               $"Ligne {line.Number} : {anchor.Explanation.French}"));
    }

    private static bool IsStep(string name) => name.Contains('.', StringComparison.Ordinal);

    private static Bilingual PartText(PartSession part)
    {
        var (name, span) = (part.Name, Wording.FromTo(part.Opens, part.Closes));
        return ($"the {name.English}, {span.English}", $"la {name.French}, {span.French}");
    }
}
