using System.Text.Json;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>
/// Definitions as files that stock Elsa 3 takes in as well, and procedures as files that this program takes in.
/// </summary>
internal sealed class ExportRoutes(
    IProcedureStore store, DefinitionReader reader, Usage usage, InstanceActs acts, ProcedureTransfer transfer)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/{definitionId}/export", OneAsync);
        api.MapPost("/bulk-actions/export/workflow-definitions", (Delegate)ManyAsync);
        api.MapGet("/workflow-instances/{id}/export", async (string id, HttpContext context) =>
            await FileOfAsync(id, context) is var (name, text) ? ExportFile.Json(name, text) : NoProcedure());
        api.MapPost("/bulk-actions/export/workflow-instances", (Delegate)ManyProceduresAsync);
    }

    private async Task<IResult> OneAsync(string definitionId, HttpContext context)
    {
        var (query, cancel) = (context.Request.Query, context.RequestAborted);
        var selector = VersionSelector.Read(query["versionOptions"]) ?? new VersionSelector("Latest");
        var row = (await store.VersionsAsync(definitionId, cancel)).FirstOrDefault(selector.Selects);
        if (row is null || await store.FindVersionAsync(row.Id, cancel) is not { } stored)
            return ApiJson.NotFound((
            "There is no such definition.", "Il n'y a pas de telle définition."));
        if (!query["includeConsumingWorkflows"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase))
            return ExportFile.Json(NameOf(stored), TextOf(stored));
        return await ZipAsync(await WithConsumersAsync([stored], cancel), cancel);
    }

    private async Task<IResult> ManyAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var body = ApiBody.Of(context);
        var versions = new List<StoredDefinition>();
        foreach (var id in ApiJson.TextsOf(body["ids"]).Distinct(StringComparer.Ordinal))
            if (await store.FindVersionAsync(id, cancel) is { } stored) versions.Add(stored);
        if (ApiJson.TruthOf(body["includeConsumingWorkflows"]) == true)
            versions = await WithConsumersAsync(versions, cancel);
        return await ZipAsync(versions, cancel);
    }

    private Task<IResult> ZipAsync(IEnumerable<StoredDefinition> versions, CancellationToken cancel) =>
        ExportFile.ZipAsync(
            "workflow-definitions.zip", versions.Select(stored => (NameOf(stored), TextOf(stored))), cancel);

    // Whatever opens procedures of these definitions, and whatever opens procedures of that, and so on.
    private async Task<List<StoredDefinition>> WithConsumersAsync(
        IEnumerable<StoredDefinition> versions, CancellationToken cancel)
    {
        var all = versions.ToList();
        for (var i = 0; i < all.Count; i++)
            foreach (var opener in await usage.OpenersAsync(all[i].DefinitionId, cancel))
                if (all.All(stored => stored.DefinitionId != opener)
                    && await store.FindDefinitionAsync(opener, VersionChoice.Published, cancel) is { } consumer)
                    all.Add(consumer);
        return all;
    }

    // The shelf, not the file, knows which version is the latest and which one is published.
    private string TextOf(StoredDefinition stored) => reader.Read(stored.Document).Definition is { } definition
        ? DefinitionWriter.Write(
            DefinitionWriter.Renumber(
                definition, stored.Id, stored.DefinitionId, stored.Version, stored.IsLatest, stored.IsPublished),
            export: true, indented: true)
        : stored.Document;

    private static string NameOf(StoredDefinition stored) =>
        $"{ExportFile.Safe(stored.DefinitionId)}-v{stored.Version}.json";

    private async Task<IResult> ManyProceduresAsync(HttpContext context)
    {
        var files = new List<(string, string)>();
        foreach (var id in ApiJson.TextsOf(ApiBody.Of(context)["ids"]).Distinct(StringComparer.Ordinal))
            if (await FileOfAsync(id, context) is { } file) files.Add(file);
        return files.Count == 0
            ? NoProcedure()
            : await ExportFile.ZipAsync("workflow-instances.zip", files, context.RequestAborted);
    }

    private async Task<(string Name, string Text)?> FileOfAsync(string id, HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (await acts.FindAsync(id, cancel) is not { } procedure
            || await store.FindProcedureAsync(id, cancel) is not { } row
            || await transfer.ExportAsync(id, cancel) is not { } archive) return null;
        var json = InstanceJson.Write(row, procedure, Caller.Of(context).Language);
        json[ImportRoutes.ArchiveMember] = ArchiveJson.Write(archive);
        return ($"workflow-instance-{ExportFile.Safe(id)}.json", json.ToJsonString(Indented));
    }

    private static readonly JsonSerializerOptions Indented =
        new() { Encoder = ReadableJson.Writer.Encoder, WriteIndented = true };

    private static IResult NoProcedure() => ApiJson.NotFound((
            "There is no such procedure.", "Il n'y a pas de telle procédure."));
}
