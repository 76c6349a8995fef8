using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Rehearsal;

/// <summary>The ballots that were counted, as a scenario expects them: one entry for each, in their order.</summary>
internal static class ExpectedBallots
{
    public static IEnumerable<Difference> Check(RehearsedYear year, Value expected, string what)
    {
        var wanted = Expectations.List(expected, what);
        var counted = Counted(year).ToArray();
        if (wanted.Count != counted.Length)
            return [new Difference(what, Number(wanted.Count), Number(counted.Length))];
        return wanted.SelectMany((ballot, i) => ballot is Value.Map map
            ? Expectations.Compare($"{what}[{i}]", Normal(map), counted[i])
            : throw ScenarioMistakes.NoObject($"{what}[{i}]"));
    }

    private static Bilingual Number(int count) => ($"{count} ballot(s)", $"{count} tour(s) de scrutin");

    /// <summary>The names on the last ballot paper, in its order.</summary>
    public static Value Paper(RehearsedYear year) =>
        year.Tasks.Select(t => t.Wait.Data["candidates"]).LastOrDefault(c => c is Value.List) ?? Value.Undefined;

    private static IEnumerable<Value.Map> Counted(RehearsedYear year) =>
        from step in year.Steps
        from entry in step.Journal
        where entry.Event == JournalEvent.Answered && entry.Data is Value.Map data && data.Has("votesCast")
            && data.Has("ballot")
        select Ballot(year, step, entry);

    private static Value.Map Ballot(RehearsedYear year, Step step, JournalEntry entry)
    {
        var data = (Value.Map)entry.Data;
        var yields = step.After.Yields[entry.ActivityId ?? ""] as Value.Map ?? Value.Map.Empty;
        var votes = year.Tasks.Where(t => t.ProcedureId == step.After.Id && t.Wait.Activation == entry.Activation)
            .Select(t => t.Answer["votes"]).FirstOrDefault() ?? Value.Undefined;
        var leaders = Plain.Items(yields["Leaders"]).Select(Plain.Text).ToArray();
        var most = votes is Value.Map map && leaders.Length > 0 ? Plain.Number(map[leaders[0]]) : null;
        return Value.MapOf(
            ("ballot", data["ballot"]), ("date", ExpectedDays.Of(ParisTime.DayOf(entry.At))), ("votes", votes),
            ("votesCast", data["votesCast"]), ("absoluteMajority", data["threshold"]),
            ("rule", Value.Of(Plain.Text(data["rule"]).ToLowerInvariant())),
            ("leaders", Value.Of(leaders.Select(Value (l) => Value.Of(l)))),
            ("elected", data["elected"]),
            ("leaderHasAbsoluteMajority", Value.Of(most >= Plain.Number(data["threshold"]))));
    }

    // Sources write votes_cast; so may a scenario.
    private static Value.Map Normal(Value.Map ballot) =>
        new([.. ballot.Members
            .Select(m => KeyValuePair.Create(m.Key == "threshold" ? "absoluteMajority" : Camel(m.Key), m.Value))]);

    private static string Camel(string name) =>
        string.Concat(name.Split('_')
            .Select((part, i) => i == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
