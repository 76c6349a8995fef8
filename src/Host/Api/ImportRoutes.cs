using System.Text.Json.Nodes;
using Procedures.Runtime;

namespace Procedures.Api;

/// <summary>Takes in several files at once: definitions, and procedures that were exported here.</summary>
internal sealed class ImportRoutes(DefinitionDesk desk, ProcedureTransfer transfer)
{
    /// <summary>The member of an exported procedure's file that holds what this program needs.</summary>
    public const string ArchiveMember = "procedures";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/import-files",
            (Delegate)((HttpContext context) => EachAsync(context, TakeDefinitionAsync)));
        api.MapPost("/bulk-actions/import/workflow-instances",
            (Delegate)((HttpContext context) => EachAsync(context, TakeProcedureAsync)));
    }

    private static async Task<IResult> EachAsync(
        HttpContext context, Func<JsonObject, Caller, CancellationToken, Task<IEnumerable<Bilingual>>> take)
    {
        var caller = Caller.Of(context);
        var (files, refusal) = await UploadedFiles.ReadAsync(context);
        if (refusal is not null) return ApiJson.Refuse([caller.Say(refusal)]);
        var (count, sentences) = (0, new List<string>());
        foreach (var (name, text) in files)
        {
            var (json, unread) = ApiBody.Read(text);
            Bilingual[] reasons = unread is { } reason ? [reason]
                : [.. await take(json!, caller, context.RequestAborted)];
            if (reasons.Length == 0) count++;
            else sentences.AddRange(reasons.Select(r => $"{name}: {caller.Say(r)}"));
        }
        if (sentences.Count == 0) return ApiJson.Ok(new JsonObject { ["count"] = count, ["imported"] = count });
        if (count > 0)
            sentences.Add(caller.Say((
                $"{count} of {files.Count} files were taken in.",
                    $"{count} fichiers sur {files.Count} ont été repris.")));
        return ApiJson.Refuse(sentences);
    }

    private async Task<IEnumerable<Bilingual>> TakeDefinitionAsync(
        JsonObject json, Caller caller, CancellationToken cancel)
    {
        if (json["root"] is not JsonObject) return [("It holds no definition.", "Il ne contient pas de définition.")];
        var publish = ApiJson.TruthOf(json["isPublished"]) == true;
        return (await desk.SaveAsync(SaveModel.Read(json), publish, caller, cancel, isImport: true)).Refusals;
    }

    private async Task<IEnumerable<Bilingual>> TakeProcedureAsync(
        JsonObject json, Caller caller, CancellationToken cancel)
    {
        if (ArchiveJson.Read(json[ArchiveMember]) is not { } archive)
            return [(
                "It was not exported by this program: the state of a procedure that ran elsewhere cannot be taken over.",
                "Il n’a pas été exporté par ce programme : l’état d’une procédure menée ailleurs ne peut être repris.")];
        return await transfer.ImportAsync(archive, InstanceActs.Actor, cancel) is { } refusal ? [refusal] : [];
    }
}
