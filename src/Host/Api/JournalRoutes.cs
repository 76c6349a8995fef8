using System.Globalization;
using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>A procedure's journal as Elsa's execution log.</summary>
internal sealed class JournalRoutes(IProcedureStore store)
{
    private const string RootType = "Elsa.Workflow";
    private const int Most = 1000;

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}/journal", (string id, HttpContext context) => ReadAsync(id, [], context));
        api.MapPost("/workflow-instances/{id}/journal", async (string id, HttpContext context) =>
            await ReadAsync(id, ApiBody.Of(context)["filter"] as JsonObject ?? [], context));
    }

    private async Task<IResult> ReadAsync(string id, JsonObject filter, HttpContext context)
    {
        var (cancel, language) = (context.RequestAborted, Caller.Of(context).Language);
        if (await store.LoadAsync(id, cancel) is not { } procedure)
            return ApiJson.NotFound((
            "There is no such procedure.", "Il n'y a pas de telle procédure."));
        var found = new List<JournalEntry>();
        await foreach (var entry in store.ReadJournalAsync(id, cancel))
            if (Selects(filter, entry, procedure)) found.Add(entry);
        var (skip, take) = (Number(context, "skip", 0), Math.Clamp(Number(context, "take", 100), 1, Most));
        return ApiJson.Ok(ApiJson.Stretch(
            found.Skip(skip).Take(take).Select(entry => Write(procedure, entry, language)), found.Count));
    }

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : otherwise;

    private static bool Selects(JsonObject filter, JournalEntry entry, Procedure procedure)
    {
        var type = procedure.Definition.Find(entry.ActivityId ?? "")?.Type ?? RootType;
        return Allows(filter["activityIds"], entry.ActivityId) && Allows(filter["activityNodeIds"], entry.NodeId)
            && Allows(filter["eventNames"], entry.Event)
            && !ApiJson.TextsOf(filter["excludedActivityTypes"]).Contains(type);
    }

    private static bool Allows(JsonNode? wanted, string? value) =>
        wanted is not JsonArray { Count: > 0 } list || value is not null && ApiJson.TextsOf(list).Contains(value);

    private static JsonNode Write(Procedure procedure, JournalEntry entry, Language language)
    {
        var node = procedure.Definition.Find(entry.ActivityId ?? "");
        var instance = InstanceJson.ExecutionId(procedure.Id, entry.Activation ?? 0);
        var payload = new JsonObject();
        if (Execution.OutcomesOf(entry) is { IsEmpty: false } outcomes) payload["Outcomes"] = ApiJson.Texts(outcomes);
        return new JsonObject
        {
            ["id"] = $"{procedure.Id}/journal/{entry.Number}", ["activityInstanceId"] = instance,
            ["parentActivityInstanceId"] = null, ["activityId"] = node?.Id ?? "Workflow1",
            ["activityType"] = node?.Type ?? RootType, ["activityTypeVersion"] = node?.Version ?? 1,
            ["activityName"] = node?.DisplayText ?? node?.Name ?? "Workflow1", ["nodeId"] = node?.NodeId ?? "Workflow1",
            ["timestamp"] = DefinitionJson.Moment(entry.At), ["sequence"] = entry.Number, ["eventName"] = entry.Event,
            ["message"] = IsConfidential(node) ? Confidential.In(language) : entry.Sentence.In(language),
            ["source"] = entry.Actor, ["activityState"] = new JsonObject(), ["payload"] = payload,
        };
    }

    public static bool IsConfidential(ActivityNode? node) =>
        node?.Inputs.GetValueOrDefault("confidential")?.Literal is { } mark && Plain.Truth(mark);

    private static readonly Bilingual Confidential = ("Confidential step", "Étape confidentielle");
}
