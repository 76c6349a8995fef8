using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Pages;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Opening procedures from the designer and from programs that speak Elsa's contract.</summary>
internal sealed class OpeningRoutes(IProcedureStore store, Conductor conductor, DefinitionReader reader)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/{definitionId}/execute", ExecuteAsync);
        api.MapPost("/workflow-definitions/{definitionId}/dispatch", DispatchAsync);
    }

    // Studio's Run button means the text that is on the screen, drafts included.
    private async Task<IResult> ExecuteAsync(string definitionId, HttpContext context)
    {
        var (id, refusal) = await OpenAsync(definitionId, "Latest", context);
        if (id is null) return refusal!;
        context.Response.Headers["x-elsa-workflow-instance-id"] = id;
        return ApiJson.Ok(new JsonObject { ["workflowState"] = new JsonObject { ["id"] = id } });
    }

    private async Task<IResult> DispatchAsync(string definitionId, HttpContext context)
    {
        var (id, refusal) = await OpenAsync(definitionId, "Published", context);
        return id is null ? refusal! : ApiJson.Ok(new JsonObject { ["workflowInstanceId"] = id });
    }

    private async Task<(string? Id, IResult? Refusal)> OpenAsync(
        string definitionId, string usualVersion, HttpContext context)
    {
        var (caller, cancel) = (Caller.Of(context), context.RequestAborted);
        var body = ApiBody.Of(context);
        var selector = VersionSelector.Read(ApiJson.TextOf(body["versionOptions"]))
            ?? new VersionSelector(usualVersion);
        var row = (await store.VersionsAsync(definitionId, cancel)).FirstOrDefault(selector.Selects);
        if (row is null || await store.FindVersionAsync(row.Id, cancel) is not { } stored
            || reader.Read(stored.Document).Definition is not { } definition)
            return (null, ApiJson.NotFound((
            "There is no such definition.", "Il n'y a pas de telle définition.")));
        if (body["input"] is not (null or JsonObject))
            return (null, ApiJson.Refuse([caller.Say((
                "Not opened: “input” is no JSON object.",
                "Procédure non ouverte : « input » n’est pas un objet JSON."))]));
        var inputs = body["input"] is JsonObject given ? (Value.Map)ValueJson.FromNode(given) : Value.Map.Empty;
        if (Missing(definition, inputs) is { } missing) return (null, ApiJson.Refuse([caller.Say(missing)]));
        var opening = await conductor.OpenAsync(definition, new OpeningRequest(inputs, InstanceActs.Actor)
        {
            CorrelationId = ApiJson.TextOf(body["correlationId"]),
            TriggerActivityId = ApiJson.TextOf(body["triggerActivityId"]),
        }, cancel);
        if (opening.IsOccupied) context.Response.Headers["x-elsa-workflow-cannot-start"] = "true";
        return opening.ProcedureId is { } id
            ? (id, null)
            : (null, ApiJson.Refuse([caller.Say(opening.Refusal ?? Bilingual.Empty)]));
    }

    // Studio's Run button asks for no inputs; a procedure without its state or date would write letters to nobody. What
    // the definition does not call required may be missing, as on the page.
    private static Bilingual? Missing(Definition definition, Value.Map inputs)
    {
        var names = string.Join(", ", InputForm.Required(definition).Where(name => inputs[name].IsNothing));
        return names.Length == 0 ? null : (
            $"Not opened: this procedure needs {names}. Open it on the page of procedures.",
            $"Procédure non ouverte : il faut indiquer {names}. Ouvrez-la depuis la page des procédures.");
    }
}
