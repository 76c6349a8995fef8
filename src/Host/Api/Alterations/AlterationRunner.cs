using System.Text.Json.Nodes;
using Procedures.Execution;

namespace Procedures.Api;

/// <summary>Carries alterations out, each in a step of its own, and tells of each procedure what came of it.</summary>
internal sealed class AlterationRunner(InstanceActs acts, TimeProvider clock)
{
    /// <returns>Elsa's results, one for each procedure.</returns>
    public async Task<JsonArray> RunAsync(
        IEnumerable<string> ids, IReadOnlyList<Alteration> alterations, Caller caller, CancellationToken cancel)
    {
        var results = new JsonArray();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var log = new JsonArray();
            var isDone = await RunAsync(id, alterations, log, caller, cancel);
            results.Add((JsonNode)new JsonObject
            {
                ["workflowInstanceId"] = id, ["log"] = new JsonObject { ["logEntries"] = log },
                ["workflowHasScheduledWork"] = false, ["isSuccessful"] = isDone,
            });
        }
        return results;
    }

    // What comes after a change that was refused may rest on it: it is left undone.
    private async Task<bool> RunAsync(
        string id, IReadOnlyList<Alteration> alterations, JsonArray log, Caller caller, CancellationToken cancel)
    {
        foreach (var alteration in alterations)
        {
            var refusal = await acts.FindAsync(id, cancel) is { } procedure
                ? alteration.StimulusFor(procedure) is { } stimulus
                    ? await acts.DoAsync(id, stimulus, cancel)
                    : NothingFailed
                : Unknown;
            log.Add((JsonNode)new JsonObject
            {
                ["message"] = $"{alteration.Type}: {caller.Say(refusal ?? Done)}",
                ["logLevel"] = refusal is null ? "Information" : "Error",
                ["timestamp"] = DefinitionJson.Moment(clock.GetUtcNow()),
            });
            if (refusal is not null) return false;
        }
        return true;
    }

    /// <summary>Lets everything begin again that stands still after an incident, or only some activities.</summary>
    public async Task<JsonArray> RetryAsync(
        IEnumerable<string> ids, IReadOnlyList<string> activityIds, Caller caller, CancellationToken cancel) =>
        await RunAsync(ids,
            activityIds.Count == 0
                ? [new Alteration("Retry", _ => InstanceActs.Retried(caller, []))]
                : [.. activityIds.Select(a => new Alteration("Retry", p => Alteration.RetryOf(p, a, caller)))],
            caller, cancel);

    private static readonly Bilingual Done = ("done.", "fait.");
    private static readonly Bilingual Unknown = ("There is no such procedure.", "Cette procédure n’existe pas.");
    private static readonly Bilingual NothingFailed = (
        "This activity does not stand still after an incident; only such an activity can begin again.",
        "Cette activité n’est pas arrêtée par un incident ; seule une telle activité peut recommencer.");
}
