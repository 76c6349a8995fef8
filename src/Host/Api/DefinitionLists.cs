using System.Text.Json.Nodes;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Studio's lists of definitions and of their versions.</summary>
internal sealed class DefinitionLists(IProcedureStore store, DefinitionJson json)
{
    /// <summary>Answers GET /workflow-definitions with its filters; without paging the whole list.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var (query, cancel) = (context.Request.Query, context.RequestAborted);
        if (query["IsSystem"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase)) return Answer([], 0);
        var ids = Values(context, "Ids");
        if (ids.Length > 0) return await ByIdsAsync(ids, cancel);
        var selector = VersionSelector.Read(query["versionOptions"]);
        var rows = await RowsAsync(selector, Values(context, "DefinitionIds"), cancel);
        var search = query["SearchTerm"].ToString().Trim();
        var found = Sorted(
            [.. rows.Where(r => search.Length == 0 || Mentions(r, search))],
            query["OrderBy"].ToString(), query["OrderDirection"].ToString() == "Descending");
        var page = Page(found, query["Page"], query["PageSize"]);
        var items = new List<JsonNode>();
        foreach (var row in page)
            if (await FindAsync(row.Id, cancel) is { } definition) items.Add(DefinitionJson.Summary(definition));
        return Answer(items, found.Length);
    }

    /// <summary>A version by the id that Studio knows it by, as Studio reads it; or what a procedure runs.</summary>
    public async Task<JsonObject?> FindAsync(string id, CancellationToken cancel)
    {
        if (KeptDefinition.HashIn(id) is { } hash)
            return await store.FindDefinitionDocumentAsync(hash, cancel) is { } kept
                ? await json.WriteKeptAsync(kept, id, cancel) : null;
        return await store.FindVersionAsync(id, cancel) is { } stored
            ? await json.WriteAsync(stored, cancel) : null;
    }

    private async Task<IResult> ByIdsAsync(string[] ids, CancellationToken cancel)
    {
        var items = new List<JsonNode>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
            if (await FindAsync(id, cancel) is { } definition) items.Add(DefinitionJson.Summary(definition));
        return Answer(items, items.Count);
    }

    private async Task<IEnumerable<DefinitionRow>> RowsAsync(
        VersionSelector? selector, string[] definitionIds, CancellationToken cancel)
    {
        var wanted = definitionIds.Length > 0
            ? definitionIds
            : [.. (await store.DefinitionsAsync(cancel: cancel)).Select(r => r.DefinitionId)];
        var rows = new List<DefinitionRow>();
        foreach (var id in wanted.Distinct(StringComparer.Ordinal))
            rows.AddRange(await store.VersionsAsync(id, cancel));
        return rows.Where((selector ?? VersionSelector.All).Selects);
    }

    private static bool Mentions(DefinitionRow row, string search) =>
        row.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
        || row.DefinitionId.Contains(search, StringComparison.OrdinalIgnoreCase);

    private static DefinitionRow[] Sorted(DefinitionRow[] rows, string order, bool isDescending)
    {
        var sorted = order.ToUpperInvariant() switch
        {
            "VERSION" => rows.OrderBy(r => r.Version),
            "CREATED" or "CREATEDAT" => rows.OrderBy(r => r.CreatedAt),
            _ => rows.OrderBy(r => r.Name, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(r => r.DefinitionId).ThenBy(r => r.Version),
        };
        return isDescending ? [.. sorted.Reverse()] : [.. sorted];
    }

    private static IEnumerable<T> Page<T>(IEnumerable<T> all, string? page, string? size) =>
        int.TryParse(size, out var take) && take > 0
            ? all.Skip((int.TryParse(page, out var number) ? Math.Max(number, 0) : 0) * take).Take(take)
            : all;

    private static string[] Values(HttpContext context, string name) =>
        [.. context.Request.Query[name].OfType<string>().Where(v => v.Length > 0)];

    private static IResult Answer(IEnumerable<JsonNode> items, long total)
    {
        var answer = ApiJson.Stretch(items, total);
        answer["links"] = DefinitionJson.ListLinks();
        return ApiJson.Ok(answer);
    }
}
