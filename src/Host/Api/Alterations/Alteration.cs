using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Api;

/// <summary>One change that Elsa's contract lets an operator make to running procedures.</summary>
/// <param name="StimulusFor">
/// What the procedure is told. Null when the change means nothing to it: the activity does not stand still there.
/// </param>
internal sealed record Alteration(string Type, Func<Procedure, Stimulus?> StimulusFor)
{
    /// <summary>Reads the list of alterations of a plan.</summary>
    /// <returns>The alterations, or why the plan cannot be carried out: then nothing of it is.</returns>
    public static (IReadOnlyList<Alteration> All, Bilingual? Refusal) ReadAll(JsonNode? list, Caller caller)
    {
        var all = new List<Alteration>();
        foreach (var json in (list as JsonArray ?? []).OfType<JsonObject>())
        {
            var (alteration, refusal) = Read(json, caller);
            if (alteration is null) return ([], refusal);
            all.Add(alteration);
        }
        return all.Count > 0 ? (all, null) : ([], ("No change was named.", "Aucune modification n’a été indiquée."));
    }

    private static (Alteration? Alteration, Bilingual? Refusal) Read(JsonObject json, Caller caller)
    {
        var type = ApiJson.TextOf(json["type"]) ?? "";
        switch (type)
        {
            case "Cancel":
                return (new Alteration(type, _ => InstanceActs.Discontinued(caller)), null);
            case "ModifyVariable" when ApiJson.TextOf(json["variableId"]) is { } variable:
                var value = ValueJson.FromNode(json["value"]);
                return (new Alteration(type, _ => InstanceActs.VariableSet(caller, variable, value)), null);
            case "ScheduleActivity" or "HealActivity" when Target(json) is { } target:
                return (new Alteration(type, procedure => RetryOf(procedure, target, caller)), null);
            default:
                return (null, Refuse(type));
        }
    }

    private static string? Target(JsonObject json) =>
        ApiJson.TextOf(json["activityInstanceId"]) ?? ApiJson.TextOf(json["activityId"]);

    /// <summary>Lets the failed activities begin again that are meant by an activity's or an execution's id.</summary>
    public static Stimulus? RetryOf(Procedure procedure, string target, Caller caller)
    {
        int[] failed =
        [
            .. procedure.Activations.Where(a => a.Status == ActivationStatus.Faulted)
                .Where(a => a.ActivityId == target || InstanceJson.ExecutionId(procedure.Id, a.Id) == target)
                .Select(a => a.Id),
        ];
        return failed.Length == 0 ? null : InstanceActs.Retried(caller, [.. failed]);
    }

    private static Bilingual Refuse(string type) => type switch
    {
        "Migrate" => (
            "A procedure keeps to its end the definition, and so the law, with which it was opened; its open tasks and "
            + "dates rest on it. Migrate is therefore not offered: discontinue the procedure and open one of the new "
            + "version, or restart it in its file.",
            "Une procédure garde jusqu’à sa fin la définition, et donc le droit, avec lesquels elle a été ouverte ; ses "
            + "tâches et ses dates en dépendent. Migrate n’est donc pas proposé : abandonnez la procédure et ouvrez-en "
            + "une de la nouvelle version, ou recommencez-la dans son dossier."),
        "CancelActivity" => (
            "A single activity is not cancelled from outside: the drawing has no arrow for a body that is asked and then "
            + "not answered, so the procedure would stand still for ever. Complete its task with an outcome, postpone it "
            + "or pass it to another body on the file, or discontinue the procedure.",
            "Une activité ne s’annule pas seule de l’extérieur : le dessin n’a pas de flèche pour un organe sollicité "
            + "auquel nul ne répond, et la procédure resterait arrêtée. Accomplissez sa tâche avec une issue, reportez-la "
            + "ou confiez-la à un autre organe dans le dossier, ou abandonnez la procédure."),
        _ => (
            $"The change “{type}” is not known here, or it lacks what it needs. Known are Cancel, ModifyVariable and "
            + "ScheduleActivity for an activity that has failed.",
            $"La modification « {type} » n’est pas connue ici, ou il lui manque une indication. Sont connus Cancel, "
            + "ModifyVariable et ScheduleActivity pour une activité en échec."),
    };
}
