using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Finds the procedures that an alteration plan is meant for.</summary>
internal sealed class AlterationFilter(IProcedureStore store, InstanceLists lists)
{
    private static readonly string[] Narrowing =
    [
        "workflowInstanceIds", "correlationIds", "names", "definitionIds", "definitionVersionIds", "statuses",
        "subStatuses", "timestampFilters",
    ];

    /// <returns>The ids; none when the filter says nothing and does not say that all are meant.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(JsonObject filter, CancellationToken cancel)
    {
        if (!IsNarrow(filter) && ApiJson.TruthOf(filter["emptyFilterSelectsAll"]) != true) return [];
        if (InstanceFilter.Read(filter) is not { } found) return [];
        var versions = await HashesAsync(filter["definitionVersionIds"], cancel);
        return
        [
            .. (await lists.AllAsync(found.Stored, cancel)).Where(found.Selects)
                .Where(row => Has(filter["workflowInstanceIds"], row.Id)
                    && Has(filter["correlationIds"], row.CorrelationId)
                    && (Has(filter["names"], row.Name ?? row.Title.English) || Has(filter["names"], row.Title.French))
                    && (versions is null || versions.Contains(row.DefinitionHash)
                        || versions.Contains(row.DefinitionVersionId)))
                .Select(row => row.Id),
        ];
    }

    /// <summary>What Elsa can filter by and this host cannot.</summary>
    public static Bilingual? Refuse(JsonObject filter) => filter["activityFilters"] is JsonArray { Count: > 0 }
        ? ("Procedures are not found by their activities here.", "Les procédures ne se trouvent pas ici par activité.")
        : null;

    private static bool IsNarrow(JsonObject filter) =>
        ApiJson.TextOf(filter["searchTerm"]) is not null || ApiJson.TruthOf(filter["hasIncidents"]) is not null
        || Narrowing.Any(name => filter[name] is JsonArray { Count: > 0 });

    // Studio knows the version of a procedure by the content that it runs; other programs by the version's id.
    private async Task<HashSet<string>?> HashesAsync(JsonNode? wanted, CancellationToken cancel)
    {
        string[] ids = [.. ApiJson.TextsOf(wanted)];
        if (ids.Length == 0) return null;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (KeptDefinition.HashIn(id) is { } hash) known.Add(hash);
            else if (await store.FindVersionAsync(id, cancel) is not null) known.Add(id);
        return known;
    }

    private static bool Has(JsonNode? list, string? value) =>
        list is not JsonArray { Count: > 0 } || value is not null && ApiJson.TextsOf(list).Contains(value);
}
