using System.Globalization;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>Fills in a form as somebody might who has no particular wish.</summary>
/// <remarks>
/// Required fields only: what may be left empty is left empty, except persons whom the procedure does not know yet.
/// The first candidate wins every ballot.
/// </remarks>
internal static class PlausibleForm
{
    private static readonly string[] Names = ["Anna Alder", "Boris Birch", "Clara Cedar", "David Elm", "Eva Fir",
        "Felix Hazel"];

    /// <param name="given">What is written down already; it is kept as it is.</param>
    public static Value.Map Fill(Procedure procedure, Wait wait, string outcome, ScriptedAnswer? given, DateOnly day)
    {
        var answer = given?.Form ?? Value.Map.Empty;
        foreach (var field in wait.Assignment!.Form.Items.OfType<Value.Map>())
        {
            if (field["name"].AsText is not { } name || answer.Has(name) || !IsAskedFor(field, outcome)) continue;
            // What the form proposes is sent, as a page would send it.
            if (IsEnough(field)) answer = answer.With(name, field["default"]);
            else if (TypeOf(field) == "votes" && given?.Votes is { } votes) answer = answer.With(name, votes);
            else if (IsFilled(procedure, wait, field, name))
                answer = answer.With(name, ValueOf(field, name, day, procedure.Inputs));
        }
        return answer;
    }

    // A proposal that still wants an entry, such as two of three names, is somebody's to complete.
    private static bool IsEnough(Value.Map field) => field["default"] switch
    {
        { IsNothing: true } => false,
        Value.List list => list.Items.Length >= CountOf(field, 0),
        _ => true,
    };

    private static bool IsFilled(Procedure procedure, Wait wait, Value.Map field, string name) =>
        Plain.Truth(field["required"])
        || TypeOf(field) == "votes"
        || TypeOf(field) == "persons" && !IsKnown(procedure, wait, name);

    /// <summary>Whether the variable in which the field is kept has a content already.</summary>
    private static bool IsKnown(Procedure procedure, Wait wait, string field)
    {
        if ((wait.Data["keep"] as Value.Map)?[field].AsText is not { } variable) return false;
        var id = procedure.Definition.Variables.FirstOrDefault(v => v.Name == variable || v.Id == variable)?.Id;
        return id is not null && procedure.Activations.Any(a => a.Variables[id] is Value.List { Items.Length: > 0 });
    }

    private static string TypeOf(Value.Map field) => (field["type"].AsText ?? "text").ToLowerInvariant();

    private static bool IsAskedFor(Value.Map field, string outcome)
    {
        var when = Plain.Items(field["when"]);
        return when.Count == 0 || when.Any(w => Plain.Text(w) == outcome);
    }

    private static Value ValueOf(Value.Map field, string name, DateOnly day, Value.Map inputs) => TypeOf(field) switch
    {
        "number" => Number(field, name),
        "day" => Value.Of(Within(field, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        "choice" => FirstOption(Plain.Items(field["options"])),
        "checkbox" => Value.True,
        "list" when field["example"] is Value.List { Items.IsEmpty: false } example => example,
        "list" => Value.Of(Enumerable.Range(0, CountOf(field, 1)).Select(Value (i) => Value.Of(NameOf(i)))),
        "persons" => Value.Of(Enumerable.Range(0, CountOf(field, 3)).Select(Value (i) => Person(i, inputs))),
        "votes" => Votes(field),
        _ => Value.Of(Plain.Text(field["label"]) is { Length: > 0 } label ? label : name),
    };

    private static int CountOf(Value.Map field, int usual)
    {
        var least = (int)(Plain.Number(field["minItems"]) ?? 0);
        var most = (int)(Plain.Number(field["maxItems"]) ?? int.MaxValue);
        return Math.Min(Math.Max(usual, least), most);
    }

    // A vote on a proposal is carried without opposition; every other number is the least that is allowed.
    private static Value Number(Value.Map field, string name)
    {
        var usual = name.ToUpperInvariant() switch { "FOR" => 10, "AGAINST" or "ABSTENTIONS" => 0, _ => 1 };
        var (least, most) = (Plain.Number(field["min"]), Plain.Number(field["max"]));
        return Value.Of(Math.Min(Math.Max(usual, least ?? usual), most ?? double.MaxValue));
    }

    private static DateOnly Within(Value.Map field, DateOnly day)
    {
        if (DayIn(field["min"]) is { } from && day < from) return from;
        return DayIn(field["max"]) is { } to && day > to ? to : day;
    }

    private static DateOnly? DayIn(Value value) =>
        DateOnly.TryParseExact(value.AsText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day)
            ? day : null;

    private static Value FirstOption(IReadOnlyList<Value> options) =>
        options.Count == 0 ? Value.Null : Option(options[0]);

    private static Value Option(Value option) => option is Value.Map map ? map["value"] : option;

    private static string NameOf(int index) =>
        index < Names.Length ? Names[index] : $"Person {(index + 1).ToString(CultureInfo.InvariantCulture)}";

    private static Value.Map Person(int index, Value.Map inputs) => Value.MapOf(
        ("name", Value.Of(NameOf(index))), ("sex", Value.Of(index % 2 == 0 ? "F" : "M")),
        ("birthDate", Value.Of($"{1970 + index % 10}-05-20")),
        ("nationality", inputs["State"] is Value.Text state ? state : Value.Of("EU")));

    private static Value.Map Votes(Value.Map field)
    {
        var candidates = Plain.Items(field["options"]).Select(Option).Select(Plain.Text).ToArray();
        var votes = Value.Map.Empty;
        // Where a paper names several, everybody entitled names the first ones.
        if (Plain.Number(field["names"]) is { } names)
            return candidates.Select((c, i) => (Name: c, Votes: i < names ? Plain.Number(field["max"]) ?? 30 : 0))
                .Aggregate(votes, (map, v) => map.With(v.Name, Value.Of(v.Votes)));
        for (var i = 0; i < candidates.Length; i++)
            votes = votes.With(candidates[i], Value.Of(i == 0 ? 120 : 30));
        // With many candidates the first one's share must still be more than half.
        return candidates.Length == 0 ? votes : votes.With(candidates[0], Value.Of(120 + 30 * candidates.Length));
    }
}
