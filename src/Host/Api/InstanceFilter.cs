using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Studio's filter of procedures: what the store filters by, and what is left to look at row by row.</summary>
internal sealed record InstanceFilter(ProcedureFilter Stored, int? Version, ImmutableArray<Func<ProcedureRow, bool>> Moments)
{
    private static readonly ImmutableArray<ProcedureStatus> Running =
        [ProcedureStatus.Suspended, ProcedureStatus.Interrupted];
    private static readonly ImmutableArray<ProcedureStatus> Ended =
        [ProcedureStatus.Finished, ProcedureStatus.Cancelled, ProcedureStatus.Faulted];

    /// <summary>Null when no procedure can match: Elsa's states between two steps do not exist here.</summary>
    public static InstanceFilter? Read(JsonObject body)
    {
        var statuses = Statuses(body);
        if (statuses is { IsEmpty: true }) return null;
        string[] definitions =
        [
            .. ApiJson.TextsOf(body["definitionIds"]), .. ApiJson.TextOf(body["definitionId"]) is { } id ? [id] : Array.Empty<string>(),
        ];
        var stored = ProcedureFilter.All with
        {
            Text = ApiJson.TextOf(body["searchTerm"])?.Trim(), DefinitionIds = [.. definitions.Distinct()],
            CorrelationId = ApiJson.TextOf(body["correlationId"]), HasIncidents = ApiJson.TruthOf(body["hasIncidents"]),
            Statuses = statuses ?? [],
            Order = ApiJson.TextOf(body["orderBy"]) == "Created" ? ProcedureOrder.Opened : ProcedureOrder.Changed,
        };
        var moments = body["timestampFilters"] is JsonArray filters
            ? filters.OfType<JsonObject>().Select(Moment).OfType<Func<ProcedureRow, bool>>() : [];
        return new InstanceFilter(stored, ApiJson.NumberOf(body["version"]), [.. moments]);
    }

    /// <summary>Whether the store's filter says all, so that the store can cut the pages.</summary>
    public bool IsStored => Version is null && Moments.IsEmpty;

    public bool Selects(ProcedureRow row) =>
        (Version is null || row.DefinitionVersion == Version) && Moments.All(moment => moment(row));

    private static ImmutableArray<ProcedureStatus>? Statuses(JsonObject body)
    {
        var status = Words(body, "status", "statuses");
        var sub = Words(body, "subStatus", "subStatuses");
        if (status.Length == 0 && sub.Length == 0) return null;
        return
        [
            .. Running.Concat(Ended).Where(s =>
                (status.Length == 0 || status.Contains(InstanceJson.StatusOf(s)))
                && (sub.Length == 0 || sub.Contains(InstanceJson.SubStatusOf(s)))),
        ];
    }

    private static string[] Words(JsonObject body, string one, string many) =>
        [.. ApiJson.TextsOf(body[many]).Concat(ApiJson.TextOf(body[one]) is { } word ? [word] : [])];

    private static Func<ProcedureRow, bool>? Moment(JsonObject filter)
    {
        if (!DateTimeOffset.TryParse(
            ApiJson.TextOf(filter["timestamp"]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var bound))
            return null;
        Func<ProcedureRow, DateTimeOffset?> column = ApiJson.TextOf(filter["column"]) switch
        {
            "CreatedAt" => row => row.OpenedAt,
            "FinishedAt" => row => row.EndedAt,
            _ => row => row.ChangedAt,
        };
        Func<DateTimeOffset, bool> holds = ApiJson.TextOf(filter["operator"]) switch
        {
            "Is" => moment => moment == bound,
            "IsNot" => moment => moment != bound,
            "LessThan" => moment => moment < bound,
            "LessThanOrEqual" => moment => moment <= bound,
            "GreaterThan" => moment => moment > bound,
            _ => moment => moment >= bound,
        };
        return row => column(row) is { } moment && holds(moment);
    }
}
