using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Reads the changes of a plan. What is not understood as a whole is refused as a whole.</summary>
internal sealed class AlterationReader(IProcedureStore store, DefinitionReader reader)
{
    private static readonly Bilingual NothingFailed = (
        "This activity does not stand still after an incident; only such an activity can begin again.",
        "Cette activité n’est pas arrêtée par un incident ; seule une telle activité peut recommencer.");

    /// <returns>The alterations, or why the plan cannot be carried out: then nothing of it is.</returns>
    public (IReadOnlyList<Alteration> All, Bilingual? Refusal) ReadAll(JsonNode? list, Caller caller)
    {
        var all = new List<Alteration>();
        foreach (var json in list as JsonArray ?? [])
        {
            if (Read(json as JsonObject ?? [], caller) is not { } alteration)
                return ([], Refuse(ApiJson.TextOf((json as JsonObject)?["type"]) ?? ""));
            all.Add(alteration);
        }
        return all.Count > 0 ? (all, null) : ([], ("No change was named.", "Aucune modification n’a été indiquée."));
    }

    /// <summary>Lets failed activities begin again: all that stand still, or those that an id means.</summary>
    /// <param name="target">An activity's or an execution's id; null: all.</param>
    public static Alteration Retry(string type, string? target, Caller caller) => target is null
        ? Alteration.Of(type, InstanceActs.Retried(caller, []))
        : Alteration.Of(type, procedure => RetryOf(procedure, target, caller));

    private Alteration? Read(JsonObject json, Caller caller)
    {
        var type = ApiJson.TextOf(json["type"]) ?? "";
        switch (type)
        {
            case "Cancel":
                return Alteration.Of(type, InstanceActs.Discontinued(caller));
            case "ModifyVariable" when ApiJson.TextOf(json["variableId"]) is { } variable:
                return Alteration.Of(
                    type, InstanceActs.VariableSet(caller, variable, ValueJson.FromNode(json["value"])));
            case "ScheduleActivity" or "HealActivity" when Target(json) is { } target:
                return Retry(type, target, caller);
            case "CancelActivity" when Target(json) is { } target:
                return Alteration.Of(type, procedure => (InstanceActs.ActivityCancelled(caller,
                    [.. procedure.Activations.Where(a => IsMeant(procedure, a, target)).Select(a => a.Id)]), null));
            case "Migrate" when ApiJson.NumberOf(json["targetVersion"]) is { } version:
                return new Alteration(type, (procedure, cancel) => MoveAsync(procedure, version, caller, cancel));
            default:
                return null;
        }
    }

    private static string? Target(JsonObject json) =>
        ApiJson.TextOf(json["activityInstanceId"]) ?? ApiJson.TextOf(json["activityId"]);

    private static bool IsMeant(Procedure procedure, ActivationState activation, string target) =>
        activation.ActivityId == target || InstanceJson.ExecutionId(procedure.Id, activation.Id) == target;

    private static (Stimulus?, Bilingual?) RetryOf(Procedure procedure, string target, Caller caller)
    {
        int[] failed =
        [
            .. procedure.Activations.Where(a => a.Status == ActivationStatus.Faulted && IsMeant(procedure, a, target))
                .Select(a => a.Id),
        ];
        if (failed.Length > 0) return (InstanceActs.Retried(caller, [.. failed]), null);
        // Of what has failed and cannot begin again the engine knows why.
        var incident = procedure.Incidents.LastOrDefault(i => i.IsOpen
            && (i.ActivityId == target || InstanceJson.ExecutionId(procedure.Id, i.Activation) == target));
        return (null, incident is null ? NothingFailed : procedure.WhyNoRetry(incident) ?? NothingFailed);
    }

    private async Task<(Stimulus?, Bilingual?)> MoveAsync(
        Procedure procedure, int version, Caller caller, CancellationToken cancel)
    {
        var id = procedure.Definition.DefinitionId;
        var stored = await store.FindDefinitionAsync(id, VersionChoice.Number(version), cancel);
        if (stored is null || reader.Read(stored.Document).Definition is not { } target)
            return (null, ($"There is no version {version} of {id}.", $"Il n’y a pas de version {version} de {id}."));
        // A number above the published one has never been published, and may still change.
        var published = await store.FindDefinitionAsync(id, VersionChoice.Published, cancel);
        return published is null || published.Version < version
            ? (null, ($"Version {version} of {id} is a draft: publish it before procedures are moved to it.",
                $"La version {version} de {id} est un brouillon : publiez-la avant d’y faire passer des procédures."))
            : (InstanceActs.Moved(caller, target), null);
    }

    private static Bilingual Refuse(string type) => (
        $"The change “{type}” is not known here, or it lacks what it needs. Known are Cancel, ModifyVariable "
        + "(variableId), ScheduleActivity for an activity that has failed, CancelActivity (activityId or "
        + "activityInstanceId) and Migrate (targetVersion).",
        $"La modification « {type} » n’est pas connue ici, ou il lui manque une indication. Sont connus Cancel, "
        + "ModifyVariable (variableId), ScheduleActivity pour une activité en échec, CancelActivity (activityId ou "
        + "activityInstanceId) et Migrate (targetVersion).");
}
