using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Which activities of a definition the clock starts, and when first.</summary>
public sealed class TriggerBook(ActivityCatalog catalog)
{
    /// <summary>The starts of a definition that is published now.</summary>
    /// <remarks>An activity whose moment cannot be told starts nothing; publishing says so beforehand.</remarks>
    public ImmutableArray<StartTrigger> Of(Definition definition, DateTimeOffset now) =>
    [
        .. definition.Nodes.Where(node => node.CanStartWorkflow)
            .Select(node => (Node: node, First: FirstOf(node, now)))
            .Where(start => start.First is not null)
            .Select(start => new StartTrigger(
                definition.DefinitionId, definition.Id, start.Node.Id, ScheduleOf(start.Node), start.First)),
    ];

    /// <summary>Brings the stored starts in line with what is published, as after an update of the program.</summary>
    public async Task SettleAsync(
        IProcedureStore store, DefinitionLibrary library, DateTimeOffset now, CancellationToken cancel = default)
    {
        var stored = (await store.TriggersAsync(cancel)).ToLookup(t => t.DefinitionId, StringComparer.Ordinal);
        foreach (var row in await store.DefinitionsAsync(publishedOnly: true, cancel))
        {
            if (await library.PublishedAsync(row.DefinitionId, cancel) is not { } definition) continue;
            var wanted = Of(definition, now);
            if (wanted.IsEmpty && !stored.Contains(row.DefinitionId)) continue;
            // What has fired for the last time stays in the table, so that it is not taken for something new.
            var spent = stored[row.DefinitionId].Where(t => t.DueAt is null && wanted.All(w => w.ActivityId != t.ActivityId)
                && definition.Find(t.ActivityId) is { } node && ScheduleOf(node) == t.Schedule);
            await store.SetTriggersAsync(row.DefinitionId, row.Id, [.. wanted, .. spent], cancel);
        }
    }

    private DateTimeOffset? FirstOf(ActivityNode node, DateTimeOffset now)
    {
        try
        {
            return catalog.Find(node)?.NextStart(node, now, null);
        }
        catch (ActivityFault)
        {
            return null;
        }
    }

    private static string ScheduleOf(ActivityNode node) => node.Type + string.Concat(node.Inputs
        .OrderBy(input => input.Key, StringComparer.Ordinal)
        .Select(input => $" {input.Key}={ValueJson.ToJson(input.Value.Literal)}"));
}
