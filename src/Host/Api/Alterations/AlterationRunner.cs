using System.Text.Json.Nodes;

namespace Procedures.Api;

/// <summary>Carries alterations out, each in a step of its own, and tells of each procedure what came of it.</summary>
internal sealed class AlterationRunner(InstanceActs acts, TimeProvider clock)
{
    private static readonly Bilingual Done = ("done.", "fait.");

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
            var refusal = await RunAsync(id, alteration, cancel);
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

    /// <returns>Why nothing was done; null when it was.</returns>
    private async Task<Bilingual?> RunAsync(string id, Alteration alteration, CancellationToken cancel)
    {
        if (await acts.FindAsync(id, cancel) is not { } procedure) return InstanceActs.Unknown;
        var (stimulus, refusal) = await alteration.ToldAsync(procedure, cancel);
        return stimulus is null ? refusal : await acts.DoAsync(id, stimulus, cancel);
    }
}
