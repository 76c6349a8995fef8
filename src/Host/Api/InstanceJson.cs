using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Procedures in Elsa's shape of a workflow instance.</summary>
internal static class InstanceJson
{
    /// <summary>The row of a list.</summary>
    public static JsonObject Summary(ProcedureRow row, Language language) => new()
    {
        ["id"] = row.Id, ["definitionId"] = row.DefinitionId,
        ["definitionVersionId"] = KeptDefinition.IdOf(row.DefinitionHash), ["version"] = row.DefinitionVersion,
        ["status"] = StatusOf(row.Status), ["subStatus"] = SubStatusOf(row.Status),
        ["correlationId"] = row.CorrelationId, ["name"] = row.Name ?? row.Title.In(language),
        ["incidentCount"] = row.Incidents, ["createdAt"] = DefinitionJson.Moment(row.OpenedAt),
        ["updatedAt"] = DefinitionJson.Moment(row.ChangedAt),
        ["finishedAt"] = row.EndedAt is { } end ? DefinitionJson.Moment(end) : null,
        // Not Elsa's: who must act next and until when, here or in a nested part.
        ["waitingFor"] = row.WaitingFor, ["waitingTitle"] = row.WaitingFor is null ? null
            : row.WaitingTitle.In(language),
        ["nextDeadline"] = row.NextDeadline is { } day ? $"{day:yyyy-MM-dd}" : null,
    };

    /// <summary>One procedure with its waits and incidents. Its inputs and outputs stay on its pages.</summary>
    public static JsonObject Write(ProcedureRow row, Procedure procedure, Language language)
    {
        var json = Summary(row, language);
        json["parentWorkflowInstanceId"] = row.ParentId;
        json["workflowState"] = new JsonObject
        {
            ["id"] = row.Id, ["definitionId"] = row.DefinitionId, ["definitionVersion"] = row.DefinitionVersion,
            ["definitionVersionId"] = KeptDefinition.IdOf(row.DefinitionHash), ["correlationId"] = row.CorrelationId,
            ["status"] = StatusOf(row.Status), ["subStatus"] = SubStatusOf(row.Status),
            ["bookmarks"] = ApiJson.ArrayOf(procedure.Waits.Select(wait => Bookmark(procedure, wait))),
            ["incidents"] = ApiJson.ArrayOf(procedure.Incidents.Where(i => i.IsOpen).Select(i => Write(procedure, i))),
            ["completionCallbacks"] = new JsonArray(), ["activityExecutionContexts"] = new JsonArray(),
            ["input"] = new JsonObject(), ["output"] = new JsonObject(), ["properties"] = new JsonObject(),
            ["createdAt"] = json["createdAt"]!.DeepClone(), ["updatedAt"] = json["updatedAt"]!.DeepClone(),
            ["finishedAt"] = json["finishedAt"]?.DeepClone(),
        };
        return json;
    }

    public static string StatusOf(ProcedureStatus status) =>
        status is ProcedureStatus.Suspended or ProcedureStatus.Interrupted ? "Running" : "Finished";

    public static string SubStatusOf(ProcedureStatus status) => status switch
    {
        ProcedureStatus.Suspended => "Suspended",
        ProcedureStatus.Interrupted => "Interrupted",
        ProcedureStatus.Cancelled => "Cancelled",
        ProcedureStatus.Faulted => "Faulted",
        _ => "Finished",
    };

    /// <summary>The id of one execution of an activity.</summary>
    public static string ExecutionId(string procedureId, int activation) => $"{procedureId}:{activation}";

    private static JsonObject Bookmark(Procedure procedure, Wait wait) => new()
    {
        ["id"] = $"{procedure.Id}/{wait.Id}", ["name"] = wait.Kind.ToString(), ["hash"] = $"{procedure.Id}/{wait.Id}",
        ["payload"] = new JsonObject(), ["activityId"] = wait.ActivityId,
        ["activityNodeId"] = procedure.Definition.Find(wait.ActivityId)?.NodeId ?? wait.ActivityId,
        ["activityInstanceId"] = ExecutionId(procedure.Id, wait.Activation), ["autoBurn"] = true,
        ["createdAt"] = DefinitionJson.Moment(wait.OpenedAt),
    };

    private static JsonObject Write(Procedure procedure, Incident incident) => new()
    {
        ["activityId"] = incident.ActivityId, ["activityNodeId"] = incident.ActivityNodeId,
        ["activityInstanceId"] = ExecutionId(procedure.Id, incident.Activation),
        ["activityType"] = incident.ActivityType, ["message"] = incident.Message, ["exception"] = Exception(incident),
        ["timestamp"] = DefinitionJson.Moment(incident.At),
    };

    /// <summary>An incident as Elsa shows exceptions.</summary>
    public static JsonObject Exception(Incident incident) => new()
    {
        ["type"] = incident.Kind, ["message"] = incident.Message, ["stackTrace"] = null, ["innerException"] = null,
    };
}
