using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Procedures.Activities.Descriptors;
using Procedures.Catalog;

namespace Procedures.Api;

/// <summary>What Studio asks about activities, types and strategies before it can draw anything.</summary>
/// <remarks>Studio asks for all activities again after every save: the answers are written once.</remarks>
internal sealed class DescriptorAnswers(ActivityCatalog catalog, DefinitionActivities definitions)
{
    // By language: what the definitions among them were, and the answer.
    private readonly ConcurrentDictionary<Language, (string Of, string Answer)> _activities = new();

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/descriptors/activities", (Delegate)(async (HttpContext context) =>
            ApiJson.Text(await ActivitiesAsync(Caller.Of(context).Language, context.RequestAborted))));
        api.MapPost("/descriptors/activities/{type}/options/{property}",
            () => ApiJson.Ok(new JsonObject { ["items"] = new JsonObject() }));
        foreach (var (path, items) in Lists)
            api.MapGet(path, () => ApiJson.List(items()));
        api.MapGet("/features/installed/{name}", () => ApiJson.NotFound("There is no such feature."));
        api.MapGet("/package/version", () => ApiJson.Ok(new JsonObject { ["packageVersion"] = "3.8.2" }));
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}",
            () => Results.Text("", "application/x-typescript"));
    }

    private async Task<string> ActivitiesAsync(Language language, CancellationToken cancel)
    {
        var usable = await definitions.AllAsync(cancel);
        var of = string.Join('\n', usable.Select(u => $"{u.Row.Id} {u.Row.Hash} {u.Published?.Id}"));
        if (_activities.TryGetValue(language, out var known) && known.Of == of) return known.Answer;
        var answer = DescriptorJson.WriteAll(catalog, language, usable.Select(u => DefinitionDescriptor.Write(
            u.Definition, (u.Row.Id, u.Row.Version), u.Published is { } p ? (p.Id, p.Version) : null, language)));
        _activities[language] = (of, answer);
        return answer;
    }

    private static readonly (string Path, Func<IEnumerable<JsonNode>> Items)[] Lists =
    [
        ("/descriptors/expression-descriptors", ExpressionKinds),
        ("/descriptors/variables", VariableTypes),
        ("/descriptors/storage-drivers", StorageDrivers),
        ("/descriptors/workflow-activation-strategies", Activations),
        ("/descriptors/incident-strategies", Incidents),
        ("/descriptors/log-persistence-strategies", None),
        ("/descriptors/commit-strategies/workflows", None),
        ("/descriptors/commit-strategies/activities", None),
        ("/descriptors/output-converters", None),
        ("/features/installed", None),
        ("/workflow-contexts/provider-descriptors", None),
        ("/labels", None),
        ("/secrets", None),
    ];

    private static IEnumerable<JsonNode> None() => [];

    private static IEnumerable<JsonNode> ExpressionKinds() =>
    [
        Expression("Literal", "Literal", isBrowsable: false), Expression("Object", "Object", isBrowsable: true, "json"),
        Expression("JavaScript", "JavaScript", isBrowsable: true, "javascript"),
        Expression("Variable", "Variable", isBrowsable: true), Expression("Input", "Input", isBrowsable: true),
    ];

    private static JsonObject Expression(string type, string name, bool isBrowsable, string? language = null) => new()
    {
        ["type"] = type, ["displayName"] = name, ["isSerializable"] = true, ["isBrowsable"] = isBrowsable,
        ["properties"] = language is null ? new JsonObject() : new JsonObject { ["MonacoLanguage"] = language },
    };

    private static IEnumerable<JsonNode> VariableTypes() =>
    [
        Typed("Object", "Object", "Primitives", "Any value."), Typed("String", "Text", "Primitives", "A text."),
        Typed("Boolean", "Yes or no", "Primitives", "True or false."),
        Typed("Int32", "Whole number", "Primitives", "A whole number."),
        Typed("Int64", "Large whole number", "Primitives", "A whole number of up to 19 digits."),
        Typed("Double", "Number", "Primitives", "A number with decimals."),
        Typed("Decimal", "Exact number", "Primitives", "A number with exact decimals."),
        Typed("DateTime", "Date and time", "Time", "A moment without time zone."),
        Typed("DateTimeOffset", "Moment", "Time", "A moment with its offset."),
        Typed("TimeSpan", "Duration", "Time", "A length of time."), Typed("Guid", "Guid", "Primitives", "An id."),
    ];

    private static JsonObject Typed(string type, string name, string category, string description) => new()
    {
        ["typeName"] = type, ["displayName"] = name, ["category"] = category, ["description"] = description,
    };

    private static IEnumerable<JsonNode> StorageDrivers() =>
    [
        new JsonObject
        {
            ["typeName"] = "WorkflowInstanceStorageDriver", ["displayName"] = "Workflow Instance", ["priority"] = 10,
            ["deprecated"] = false,
        },
    ];

    // As Elsa writes them, so that a definition keeps its strategy there.
    private static string ActivationType(string name) =>
        $"Elsa.Workflows.Runtime.ActivationValidators.{name}, Elsa.Workflows.Runtime";

    private static IEnumerable<JsonNode> Activations() =>
    [
        Strategy(null, "Always", "A procedure can be opened at any time."),
        Strategy(ActivationType("SingletonStrategy"), "Singleton", "One running procedure of this definition at a time."),
        Strategy(ActivationType("CorrelatedSingletonStrategy"), "Correlated singleton",
            "One running procedure of this definition with the same correlation id at a time."),
        Strategy(ActivationType("CorrelationStrategy"), "Correlation",
            "One running procedure of any definition with the same correlation id at a time."),
    ];

    private static IEnumerable<JsonNode> Incidents() =>
    [
        Strategy("FaultStrategy", "Fault", "An incident ends the procedure."),
        Strategy("ContinueWithIncidentsStrategy", "Continue with incidents", "Other branches go on after an incident."),
    ];

    private static JsonObject Strategy(string? type, string name, string description) => new()
    {
        ["typeName"] = type ?? "", ["displayName"] = name, ["description"] = description,
    };
}
