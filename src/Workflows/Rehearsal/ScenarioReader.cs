using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Procedures.Definitions.Format;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>Reads scenario files: one scenario, or a list of them. See docs/scenarios.md.</summary>
public static class ScenarioReader
{
    private static readonly string[] OfScenario =
        ["id", "title", "definition", "inputs", "start", "until", "pace", "anchors", "events", "expected", "sources",
            "note"];
    private static readonly string[] OfEvent =
    [
        "date", "step", "outcome", "form", "votes", "silent", "anchor", "value", "publish", "discontinue", "reason",
        "expected", "refused", "note",
    ];

    /// <exception cref="ScenarioSyntaxException">
    /// The text is not JSON, or a member is missing, unknown or of the wrong kind.
    /// </exception>
    public static ImmutableArray<Scenario> Read(string json)
    {
        Value document;
        try
        {
            document = ValueJson.Parse(json.TrimStart('\ufeff'));
        }
        catch (JsonException exception)
        {
            var mistake = JsonMistake.Of(exception);
            throw new ScenarioSyntaxException((
                $"The file is not JSON: {mistake.English}.",
                $"Le fichier n'est pas du JSON : {mistake.French}."), exception);
        }
        return document is Value.List list
            ? [.. list.Items.Select((item, i) => ReadOne(item, $"scenario {i + 1}"))]
            : [ReadOne(document, "scenario")];
    }

    private static Scenario ReadOne(Value value, string place)
    {
        var map = MapOf(value, place);
        var id = map["id"].AsText ?? throw new ScenarioSyntaxException((
            $"{place} has no id.", $"{place} n'a pas d'id."));
        RefuseUnknown(map, OfScenario, id);
        return new Scenario(id, map["title"].AsText ?? id,
            map["definition"].AsText ?? throw new ScenarioSyntaxException((
                $"{id} names no definition.", $"{id} ne nomme aucune définition.")))
        {
            Inputs = Map(map, "inputs", id), Start = Day(map, "start", id), Until = Day(map, "until", id),
            Pace = PaceOf(map, id), Expected = Map(map, "expected", id),
            Anchors = [.. Map(map, "anchors", id).Members.Select(m => KeyValuePair.Create(m.Key, Plain.Text(m.Value)))],
            Events = [.. Items(map, "events", id).Select((e, i) => ReadEvent(e, $"{id}, event {i + 1}"))],
        };
    }

    private static ScenarioEvent ReadEvent(Value value, string place)
    {
        var map = MapOf(value, place);
        RefuseUnknown(map, OfEvent, place);
        var read = new ScenarioEvent
        {
            Date = Day(map, "date", place), Step = map["step"].AsText, Outcome = map["outcome"].AsText,
            Form = Map(map, "form", place), Votes = map.Has("votes") ? Map(map, "votes", place) : null,
            IsSilent = Plain.Truth(map["silent"]), Anchor = map["anchor"].AsText, AnchorText = Plain.Text(map["value"]),
            Publish = map["publish"].AsText, Discontinue = map["discontinue"].AsText,
            Reason = Plain.Text(map["reason"]), Refused = map["refused"].AsText,
            Expected = map.Has("expected") ? Map(map, "expected", place) : null,
        };
        if (read.Step is null && read.Date is null)
            throw new ScenarioSyntaxException((
                $"{place} has neither a step nor a date.", $"{place} n'a ni étape ni date."));
        if (read.Step is null && read is { Anchor: null, Publish: null, Discontinue: null, Expected: null })
            throw new ScenarioSyntaxException((
                $"{place} says nothing that happens: a step, an anchor, publish, discontinue or expected.",
                $"{place} ne dit rien qui arrive : step, anchor, publish, discontinue ou expected."));
        return read;
    }

    private static Pace PaceOf(Value.Map map, string place) => map["pace"].AsText switch
    {
        null or "last-day" => Pace.LastDay,
        "early" => Pace.Early,
        "never" => Pace.Never,
        var other =>
            throw new ScenarioSyntaxException((
                $"{place}: the pace is last-day, early or never, not “{other}”.",
                $"{place} : pace vaut last-day, early ou never, et non « {other} ».")),
    };

    private static Value.Map MapOf(Value value, string place) =>
        value as Value.Map ?? throw ScenarioMistakes.NoObject(place);

    private static Value.Map Map(Value.Map map, string name, string place) =>
        map[name].IsNothing ? Value.Map.Empty : MapOf(map[name], $"{place}, {name}");

    private static ImmutableArray<Value> Items(Value.Map map, string name, string place) =>
        map[name].IsNothing ? []
        : map[name] is Value.List list ? list.Items
        : throw ScenarioMistakes.NoList($"{place}, {name}");

    private static DateOnly? Day(Value.Map map, string name, string place) =>
        map[name].IsNothing ? null
        : DateOnly.TryParseExact(map[name].AsText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day)
            ? day
            : throw new ScenarioSyntaxException((
                $"{place}: {name} is a day such as 2019-06-26, not “{Plain.Text(map[name])}”.",
                $"{place} : {name} est un jour tel que 2019-06-26, et non « {Plain.Text(map[name])} »."));

    private static void RefuseUnknown(Value.Map map, string[] known, string place)
    {
        if (map.Members.Select(m => m.Key).FirstOrDefault(k => !known.Contains(k)) is not { } stranger) return;
        var hint = NearestNames.Question(NearestNames.Of(stranger, known));
        throw new ScenarioSyntaxException((
            $"{place} has no member {stranger}.{hint.English}", $"{place} n'a pas de membre {stranger}.{hint.French}"));
    }
}
