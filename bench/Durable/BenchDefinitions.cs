using System.Text.Json;

namespace Procedures.Bench;

/// <summary>Small definitions, written as Studio writes them: what the benchmark runs beside the real ones.</summary>
internal static class BenchDefinitions
{
    /// <summary>Start, three steps, finish; it never waits.</summary>
    public static string ThreeSteps { get; } = Definition("bench-three-steps", new
    {
        type = "Elsa.Flowchart", id = "chart", version = 1, start = "start",
        activities = new object[]
        {
            new { type = "Elsa.Start", id = "start", version = 1 }, Line("one"), Line("two"), Line("three"),
            new { type = "Elsa.End", id = "end", version = 1 },
        },
        connections = new[] { Arrow("start", "one"), Arrow("one", "two"), Arrow("two", "three"), Arrow("three", "end") },
    });

    /// <summary>Waits for the report of a task, then ends.</summary>
    public static string Parked { get; } =
        Definition("bench-parked", Sequence("root", Ask("task"), Line("done")));

    /// <summary>Waits until the moment that its input names, then ends.</summary>
    public static string Timed { get; } = Definition("bench-timed", Sequence("root", new
    {
        type = "Elsa.StartAt", id = "until", version = 1,
        dateTime = new
        {
            typeName = "DateTimeOffset", expression = new { type = "JavaScript", value = "getInput('Due')" },
        },
    }, Line("done")));

    /// <summary>Waits for the report of a task, again and again.</summary>
    public static string Endless { get; } = Definition("bench-endless", new
    {
        type = "Elsa.While", id = "loop", version = 1,
        condition = new { typeName = "Boolean", expression = new { type = "Literal", value = true } },
        body = Ask("task"),
    });

    public static IEnumerable<string> All => [ThreeSteps, Parked, Timed, Endless];

    private static string Definition(string id, object root) => JsonSerializer.Serialize(new
    {
        id = id + "-v1", definitionId = id, version = 1, name = id, isLatest = true, isPublished = true,
        inputs = new[] { new { name = "Due", type = "String" } }, root,
    });

    private static object Sequence(string id, params object[] activities) =>
        new { type = "Elsa.Sequence", id, version = 1, activities };

    private static object Ask(string id) =>
        new { type = "Elsa.RunTask", id, version = 1, taskName = Text("String", "bench") };

    private static object Line(string id) => new { type = "Elsa.WriteLine", id, version = 1, text = Text("String", id) };

    private static object Text(string typeName, string value) =>
        new { typeName, expression = new { type = "Literal", value } };

    private static object Arrow(string from, string to) => new
    {
        source = new { activity = from, port = "Done" }, target = new { activity = to, port = "In" },
    };
}
