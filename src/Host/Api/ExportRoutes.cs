using System.IO.Compression;
using System.Text;
using Procedures.Definitions;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Definitions as files that stock Elsa 3 takes in as well.</summary>
internal sealed class ExportRoutes(IProcedureStore store, DefinitionReader reader)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/{definitionId}/export", OneAsync);
        api.MapPost("/bulk-actions/export/workflow-definitions", (Delegate)ManyAsync);
    }

    private async Task<IResult> OneAsync(string definitionId, HttpContext context)
    {
        var cancel = context.RequestAborted;
        var selector = VersionSelector.Read(context.Request.Query["versionOptions"]) ?? new VersionSelector("Latest");
        var row = (await store.VersionsAsync(definitionId, cancel)).FirstOrDefault(selector.Selects);
        if (row is null || await store.FindVersionAsync(row.Id, cancel) is not { } stored)
            return ApiJson.NotFound("There is no such definition.");
        return Results.File(Encoding.UTF8.GetBytes(TextOf(stored)), "application/json", NameOf(stored));
    }

    private async Task<IResult> ManyAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var id in ApiJson.TextsOf((await ApiJson.BodyAsync(context))?["ids"]).Distinct(StringComparer.Ordinal))
                if (await store.FindVersionAsync(id, context.RequestAborted) is { } stored)
                {
                    await using var entry = zip.CreateEntry(NameOf(stored)).Open();
                    await entry.WriteAsync(Encoding.UTF8.GetBytes(TextOf(stored)), context.RequestAborted);
                }
        return Results.File(memory.ToArray(), "application/zip", "workflow-definitions.zip");
    }

    // The shelf, not the file, knows which version is the latest and which one is published.
    private string TextOf(StoredDefinition stored) => reader.Read(stored.Document).Definition is { } definition
        ? DefinitionWriter.Write(
            DefinitionWriter.Renumber(
                definition, stored.Id, stored.DefinitionId, stored.Version, stored.IsLatest, stored.IsPublished),
            export: true, indented: true)
        : stored.Document;

    private static string NameOf(StoredDefinition stored)
    {
        var name = new string([.. stored.DefinitionId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')]);
        return $"{name}-v{stored.Version}.json";
    }
}
