using Procedures.Definitions.Format;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Rehearsal;

/// <summary>Compares a rehearsed year with the facts of a scenario.</summary>
internal static class Expectations
{
    private static readonly Dictionary<string, Func<RehearsedYear, Value, string,
        IEnumerable<Difference>>> Facts = new()
    {
        ["status"] = (year, value, what) => Compare(what, value, Value.Of(year.Procedure.Status.ToString())),
        ["elected"] = (year, value, what) => Compare(what, value, Value.Of(ElectedCandidate.Of(year))),
        ["interrupted"] = (year, value, what) => Compare(what, value, Value.Of(WasInterrupted(year))),
        ["incidents"] = (year, value, what) =>
            Compare(what, value,
                Value.Of(year.All.SelectMany(p => p.Incidents).Select(Value (i) => Value.Of(i.ActivityId)))),
        ["outputs"] = (year, value, what) => Each(value, what, (name, _) => year.Procedure.Outputs[name]),
        ["variables"] = (year, value, what) => Each(value, what, (name, _) => VariableOf(year.Procedure, name)),
        ["anchors"] = (year, value, what) => Each(value, what, (name, _) => ExpectedDays.Anchor(year, name)),
        ["days"] = (year, value, what) => Each(value, what, (span, w) => ExpectedDays.Between(year, span, w)),
        ["deadlines"] = (year, value, what) => Each(value, what, (step, _) => ExpectedTasks.LastDay(year, step)),
        ["done"] = (year, value, what) => Each(value, what, (step, _) => ExpectedTasks.EndedOn(year, step)),
        ["outcomes"] = (year, value, what) => Each(value, what, (step, _) => ExpectedTasks.Port(year, step)),
        ["asked"] = ExpectedTasks.Asked,
        ["notAsked"] = ExpectedTasks.NotAsked,
        ["open"] = ExpectedTasks.Open,
        ["ballots"] = ExpectedBallots.Check,
        ["ballotPaper"] = (year, value, what) => Compare(what, value, ExpectedBallots.Paper(year)),
        ["journal"] = Journal,
        ["letters"] = ExpectedLetters.Check,
    };

    /// <exception cref="ScenarioSyntaxException">
    /// There is no such fact, or its form is not that of the fact.
    /// </exception>
    public static IEnumerable<Difference> Check(RehearsedYear year, Value.Map expected)
    {
        foreach (var (name, value) in expected.Members)
        {
            if (!Facts.TryGetValue(name, out var check))
            {
                var question = NearestNames.Question(NearestNames.Of(name, Facts.Keys));
                throw new ScenarioSyntaxException((
                    $"There is no fact {name}.{question.English}", $"Il n'y a pas de fait {name}.{question.French}"));
            }
            foreach (var difference in check(year, value, name)) yield return difference;
        }
    }

    /// <summary>A map is matched when all its members are; lists item by item; everything else by its text.</summary>
    public static IEnumerable<Difference> Compare(string what, Value expected, Value got)
    {
        if (expected is Value.Map map && got is Value.Map gotMap)
            return map.Members.SelectMany(m => Compare($"{what}.{m.Key}", m.Value, gotMap[m.Key]));
        if (expected is Value.List list && got is Value.List gotList && list.Items.Length == gotList.Items.Length)
            return list.Items.SelectMany((item, i) => Compare($"{what}[{i}]", item, gotList.Items[i]));
        return expected is not (Value.Map or Value.List) && Plain.Text(expected) == Plain.Text(got)
            ? [] : [new Difference(what, Shown(expected), Shown(got))];
    }

    public static Bilingual Shown(Value value) =>
        value.IsNothing ? ("nothing", "rien") : Bilingual.Same(Plain.Text(value));

    public static IReadOnlyList<Value> List(Value value, string what) =>
        value is Value.List list ? list.Items : throw ScenarioMistakes.NoList(what);

    private static IEnumerable<Difference> Each(Value value, string what, Func<string, string, Value> got)
    {
        var map = value as Value.Map ?? throw ScenarioMistakes.NoObject(what);
        return map.Members.SelectMany(m => Compare($"{what}.{m.Key}", m.Value, got(m.Key, what)));
    }

    private static bool WasInterrupted(RehearsedYear year) =>
        year.Journal.Any(e => e.Event == JournalEvent.ProcedureInterrupted);

    private static Value VariableOf(Procedure procedure, string name)
    {
        var id = procedure.Definition.Variables.FirstOrDefault(v => v.Name == name || v.Id == name)?.Id;
        return id is null ? Value.Undefined
            : procedure.Activations.Select(a => a.Variables[id]).FirstOrDefault(v => v is not Value.UndefinedValue)
                ?? Value.Undefined;
    }

    private static IEnumerable<Difference> Journal(RehearsedYear year, Value value, string what) =>
        from text in List(value, what).Select(Plain.Text)
        where !year.Journal.Any(e => e.Sentence.English.Contains(text, StringComparison.OrdinalIgnoreCase)
            || e.Sentence.French.Contains(text, StringComparison.OrdinalIgnoreCase))
        select new Difference(
            what, ($"an entry with “{text}”", $"une mention avec « {text} »"), Difference.None);
}
