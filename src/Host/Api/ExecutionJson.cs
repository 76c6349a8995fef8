using System.Text.Json.Nodes;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Api;

/// <summary>Executions in Elsa's shape: how often, and one by one.</summary>
internal static class ExecutionJson
{
    /// <summary>The figures on each activity's badge.</summary>
    public static JsonArray Stats(IEnumerable<Execution> executions) =>
        ApiJson.ArrayOf(executions.GroupBy(e => e.Node.NodeId).Select(Stats));

    private static JsonNode Stats(IGrouping<string, Execution> executions) => new JsonObject
    {
        ["activityId"] = executions.First().Node.Id, ["activityNodeId"] = executions.Key,
        ["startedCount"] = executions.Count(),
        ["completedCount"] = executions.Count(e => e.Status == JournalEvent.Completed),
        ["uncompletedCount"] = executions.Count(e => e.EndedAt is null),
        ["isBlocked"] = executions.Any(e => e.IsWaiting),
        ["isFaulted"] = executions.Any(e => e.StandsFaulted),
        ["aggregateFaultCount"] = executions.Count(e => e.StandsFaulted),
        ["metadata"] = new JsonObject(),
    };

    /// <param name="cause">The execution that made it begin, or null.</param>
    /// <param name="depth">How many executions lead to it.</param>
    public static JsonObject Write(
        Procedure procedure, Execution execution, Execution? cause, int depth, Language language)
    {
        var incident = procedure.Incidents.LastOrDefault(i => i.Activation == execution.Activation);
        return new JsonObject
        {
            ["id"] = InstanceJson.ExecutionId(procedure.Id, execution.Activation),
            ["workflowInstanceId"] = procedure.Id, ["activityId"] = execution.Node.Id,
            ["activityNodeId"] = execution.Node.NodeId, ["activityType"] = execution.Node.Type,
            ["activityTypeVersion"] = execution.Node.Version, ["activityName"] = execution.Node.Name,
            ["activityState"] = State(procedure, execution, language),
            ["payload"] = new JsonObject { ["Outcomes"] = ApiJson.Texts(execution.Outcomes) },
            ["outputs"] = Outputs(procedure, execution), ["properties"] = new JsonObject(),
            ["metadata"] = new JsonObject(), ["exception"] = incident is null ? null : InstanceJson.Exception(incident),
            ["startedAt"] = DefinitionJson.Moment(execution.StartedAt), ["hasBookmarks"] = execution.IsWaiting,
            ["status"] = execution.Status, ["aggregateFaultCount"] = execution.StandsFaulted ? 1 : 0,
            ["completedAt"] = execution.EndedAt is { } end ? DefinitionJson.Moment(end) : null,
            ["schedulingActivityExecutionId"] =
                cause is null ? null : InstanceJson.ExecutionId(procedure.Id, cause.Activation),
            ["schedulingActivityId"] = cause?.Node.Id,
            ["schedulingWorkflowInstanceId"] = null, ["callStackDepth"] = depth,
        };
    }

    // What is asked, while it is asked. What is confidential stays on our pages.
    private static JsonObject State(Procedure procedure, Execution execution, Language language)
    {
        var wait = procedure.Waits.FirstOrDefault(w => w.Activation == execution.Activation);
        if (wait?.Assignment is not { IsConfidential: false } asked) return [];
        var state = new JsonObject
        {
            ["Step"] = asked.Step, ["Title"] = asked.Title.In(language), ["Body"] = asked.Body,
            ["LegalSource"] = asked.LegalSource.In(language),
        };
        if (wait.Timetable is not { LastDay: { } day } timetable) return state;
        state["LastDay"] = DateText.Long(day, language);
        state["Rule"] = timetable.Rule;
        state["WhyThisDate"] = timetable.Explanation.In(language);
        return state;
    }

    // The state keeps what an activity yielded last: it belongs to the newest execution that has completed.
    private static JsonObject Outputs(Procedure procedure, Execution execution)
    {
        var outputs = new JsonObject();
        if (execution.Status != JournalEvent.Completed || JournalRoutes.IsConfidential(execution.Node)) return outputs;
        if (procedure.Yields[execution.Node.Id] is not Value.Map yielded) return outputs;
        foreach (var (name, value) in yielded.Members) outputs[name] = JsonNode.Parse(ValueJson.ToJson(value));
        return outputs;
    }
}
