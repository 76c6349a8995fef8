using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>What can be done to a procedure from the designer. Each act is a step with an entry in the journal.</summary>
internal sealed class InstanceActs(IProcedureStore store, Conductor conductor)
{
    /// <summary>Stands in the journal when nobody has recorded anything in that browser before.</summary>
    public const string Actor = ActorText.ProcessOwner;

    internal static readonly Bilingual Unknown = ("There is no such procedure.", "Cette procédure n’existe pas.");

    public static Stimulus Discontinued(Caller caller) => new Stimulus.Cancelled("Discontinued in the designer.")
    {
        ReasonFr = "Abandon décidé dans le concepteur.", Actor = ActorOf(caller),
    };

    public static Stimulus Removed(Caller caller) => new Stimulus.Removed("Deleted in the designer.")
    {
        ReasonFr = "Suppression demandée dans le concepteur.", Actor = ActorOf(caller),
    };

    public static Stimulus Retried(Caller caller, ImmutableArray<int> activations) =>
        new Stimulus.Retried("Retried in the designer.", activations)
        {
            ReasonFr = "Reprise demandée dans le concepteur.", Actor = ActorOf(caller),
        };

    public static Stimulus ActivityCancelled(Caller caller, ImmutableArray<int> activations) =>
        new Stimulus.ActivityCancelled("Cancelled in the designer.", activations)
        {
            ReasonFr = "Annulation demandée dans le concepteur.", Actor = ActorOf(caller),
        };

    public static Stimulus Moved(Caller caller, Definition target) =>
        new Stimulus.Migrated(target, "Asked for in the designer.")
        {
            ReasonFr = "Passage demandé dans le concepteur.", Actor = ActorOf(caller),
        };

    public static Stimulus VariableSet(Caller caller, string variable, Value value) =>
        new Stimulus.VariableSet(variable, value, "Changed in the designer.")
        {
            ReasonFr = "Modification faite dans le concepteur.", Actor = ActorOf(caller),
        };

    // The name under which somebody recorded last in that browser.
    private static string ActorOf(Caller caller) => caller.Person.Length > 0 ? caller.Person : Actor;

    /// <summary>The procedure as it stands, unless it is unknown or taken off the lists.</summary>
    public async Task<Procedure?> FindAsync(string id, CancellationToken cancel) =>
        await store.LoadAsync(id, cancel) is { RemovedAt: null } procedure ? procedure : null;

    /// <summary>Hands the stimulus to the procedure.</summary>
    /// <returns>Why nothing has changed, or null when it has.</returns>
    public async Task<Bilingual?> DoAsync(string id, Stimulus stimulus, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is null) return Unknown;
        var step = await conductor.SendAsync(id, stimulus, cancel);
        return step.IsIdle
            ? step.Refusal ?? ("Nothing was to be done.", "Il n’y avait rien à faire.")
            : null;
    }

    /// <summary>Hands the stimulus to several procedures, each in a step of its own.</summary>
    /// <returns>How many have taken it.</returns>
    public async Task<int> DoAsync(IEnumerable<string> ids, Stimulus stimulus, CancellationToken cancel)
    {
        var count = 0;
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
            if (await DoAsync(id, stimulus, cancel) is null) count++;
        return count;
    }
}
