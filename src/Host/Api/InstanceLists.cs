using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Studio's list of procedures.</summary>
internal sealed class InstanceLists(IProcedureStore store)
{
    private const int Stretch = 500;

    public async Task<IResult> ListAsync(HttpContext context)
    {
        var (cancel, language) = (context.RequestAborted, Caller.Of(context).Language);
        var body = ApiBody.Of(context);
        if (InstanceFilter.Read(body) is not { } filter || ApiJson.TruthOf(body["isSystem"]) == true)
            return Answer([], 0);
        var size = ApiJson.NumberOf(body["pageSize"]) is { } wanted and > 0 ? Math.Min(wanted, 1000) : 1000;
        var skip = (int)Math.Min(Math.Max(ApiJson.NumberOf(body["page"]) ?? 0, 0) * (long)size, int.MaxValue);
        if (filter.IsStored && IsStoredOrder(body))
        {
            var page = await store.ProceduresAsync(filter.Stored, new PageRequest(skip, size), cancel);
            return Answer(page.Items.Select(row => InstanceJson.Summary(row, language)), page.Total);
        }
        var rows = Sorted((await AllAsync(filter.Stored, cancel)).Where(filter.Selects), body).ToArray();
        return Answer(rows.Skip(skip).Take(size).Select(row => InstanceJson.Summary(row, language)), rows.Length);
    }

    /// <summary>Every procedure that the store's filter finds.</summary>
    public async Task<List<ProcedureRow>> AllAsync(ProcedureFilter filter, CancellationToken cancel)
    {
        var rows = new List<ProcedureRow>();
        while (true)
        {
            var page = await store.ProceduresAsync(filter, new PageRequest(rows.Count, Stretch), cancel);
            rows.AddRange(page.Items);
            if (page.Items.Length < Stretch) return rows;
        }
    }

    private static bool IsStoredOrder(JsonObject body) =>
        ApiJson.TextOf(body["orderDirection"]) is null or "Descending"
        && ApiJson.TextOf(body["orderBy"]) is null or "Created" or "LastExecuted";

    private static IEnumerable<ProcedureRow> Sorted(IEnumerable<ProcedureRow> rows, JsonObject body)
    {
        var sorted = ApiJson.TextOf(body["orderBy"]) switch
        {
            "Name" => rows.OrderBy(r => r.Name ?? r.Title.English, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(r => r.Id),
            "Created" => rows.OrderBy(r => r.OpenedAt).ThenBy(r => r.Id),
            "Finished" => rows.OrderBy(r => r.EndedAt).ThenBy(r => r.Id),
            _ => rows.OrderBy(r => r.ChangedAt).ThenBy(r => r.Id),
        };
        return ApiJson.TextOf(body["orderDirection"]) == "Ascending" ? sorted : sorted.Reverse();
    }

    private static IResult Answer(IEnumerable<JsonNode> items, long total) => ApiJson.Ok(ApiJson.Stretch(items, total));
}
