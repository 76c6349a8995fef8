using System.Text.Json;
using System.Text.Json.Nodes;
using Procedures.Activities.Composition;
using Procedures.Activities.ControlFlow;
using Procedures.Activities.Primitives;
using Procedures.Activities.Scheduling;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Play;

/// <summary>Small definitions, written as a process owner's file would be.</summary>
public static class PlayDefinitions
{
    public static readonly ActivityCatalog Catalog = new(
    [
        new Sequence(), new Activities.ControlFlow.Parallel(), new Event(), new PublishEvent(), new RunTask(),
        new Delay(), new ExecuteWorkflow(), new Ask(), new FixDay(), new Activities.Scheduling.Timer(), new StartAt(),
        new Cron(), new DefinitionActivity(), new Complete(), new SetOutput(), new Flowchart(),
        new Activities.TaskActivity(),
        new Activities.MeetingActivity(), new Activities.LetterActivity(), new Activities.InterruptionActivity(),
        new Activities.ResumptionActivity(),
    ]);

    public static readonly Institution Institution = new(
        Calendar.Empty,
        new Dictionary<string, Body> { ["CDH"] = new("CDH", ("Committee", "Commission")) },
        new Dictionary<string, Bilingual> { ["EE"] = ("Estonia", "Estonie") });

    public static Engine Engine { get; } = new(Catalog, Institution);

    /// <summary>Two tasks, one after the other; the first has a deadline twelve months before EO.</summary>
    public static Definition TwoTasks => Sequence("two-tasks",
        new { type = "Play.FixDay", id = "fix" },
        new
        {
            type = "Play.Ask", id = "ask1", step = Text("P0.01"), title = Text("First élection"),
                rule = Text("nlt EO - 12 mo"),
            profile = Text("R14"), copyTo = Text("SGA"),
        },
        new { type = "Play.Ask", id = "ask2", step = Text("P0.02"), title = Text("Second"), body = Text("SGA") });

    public static Definition Sequence(string definitionId, params object[] activities) =>
        Read(definitionId, 1, new { type = "Elsa.Sequence", id = "root", activities });

    public static Definition Read(string definitionId, int version, object root)
    {
        var document = JsonSerializer.SerializeToNode(new
        {
            id = $"{definitionId}-v{version}", definitionId, version, name = definitionId, isLatest = true,
            isPublished = true,
            inputs = new[] { new { name = "EO", type = "String" }, new { name = "State", type = "String" } },
            customProperties = new { title = new { en = "Election {State}", fr = "Élection {State}" } },
            root,
        })!;
        AddVersions(document["root"]!);
        return Read(document.ToJsonString());
    }

    public static Definition Read(string json)
    {
        var reading = new DefinitionReader(Catalog).Read(json);
        return reading.Definition
            ?? throw new InvalidOperationException(string.Join('\n', reading.Findings.Select(f => $"{f}")));
    }

    /// <summary>An input as Studio writes a literal.</summary>
    public static object Text(string value) =>
        new { typeName = "String", expression = new { type = "Literal", value } };

    public static object Truth(bool value) =>
        new { typeName = "Boolean", expression = new { type = "Literal", value } };

    private static void AddVersions(JsonNode node)
    {
        node["version"] = 1;
        foreach (var child in node["activities"] as JsonArray ?? []) AddVersions(child!);
    }
}
