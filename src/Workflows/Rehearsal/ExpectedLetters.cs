using System.Globalization;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>Letters that must have been written: by kind, addressee, step and occasion, and how many of them.</summary>
internal static class ExpectedLetters
{
    private static readonly string[] Members = ["kind", "to", "step", "occasion", "subject", "count"];

    public static IEnumerable<Difference> Check(RehearsedYear year, Value expected, string what)
    {
        foreach (var wanted in Expectations.List(expected, what))
        {
            var map = wanted as Value.Map
                ?? throw new ScenarioSyntaxException((
                    $"{what} holds something that is no object.", $"{what} contient ce qui n'est pas un objet."));
            if (map.Members.FirstOrDefault(m => !Members.Contains(m.Key)).Key is { } stranger)
                throw new ScenarioSyntaxException((
                    $"A letter is known by {string.Join(", ", Members)}, not by {stranger}.",
                    $"Une lettre se reconnaît à {string.Join(", ", Members)}, non à {stranger}."));
            var found = Letters(year).Count(l => Is(map, l.Letter, l.Step));
            var count = Plain.Number(map["count"]);
            if (count is { } exactly ? found == exactly : found > 0) continue;
            var number = found.ToString(CultureInfo.InvariantCulture);
            yield return new Difference(what, Bilingual.Same(ValueJson.ToJson(map)),
                ($"{number} such letters", $"{number} de ces lettres"));
        }
    }

    private static IEnumerable<(Letter Letter, string? Step)> Letters(RehearsedYear year) =>
        year.Steps.SelectMany(s => s.Letters.Select(l => (l, year.Tasks
            .FirstOrDefault(t => t.ProcedureId == s.After.Id && t.Wait.Id == l.Wait)?.Step)));

    private static bool Is(Value.Map wanted, Letter letter, string? step) =>
        Fits(wanted["kind"], letter.Kind.ToString()) && Fits(wanted["to"], letter.To) && Fits(wanted["step"], step)
        && Fits(wanted["occasion"], letter.Occasion)
        && (wanted["subject"].AsText is not { } subject
            || letter.Subject.English.Contains(subject, StringComparison.OrdinalIgnoreCase));

    private static bool Fits(Value wanted, string? got) =>
        wanted.AsText is not { } text || text.Equals(got, StringComparison.OrdinalIgnoreCase);
}
