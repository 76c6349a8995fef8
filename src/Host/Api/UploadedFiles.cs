using System.IO.Compression;
using System.Text;
using Procedures.Definitions;

namespace Procedures.Api;

/// <summary>The JSON files of an upload: sent one by one, or packed in ZIP files.</summary>
internal static class UploadedFiles
{
    private const int MostFiles = 500;

    /// <returns>The files' names and texts, or why the upload cannot be read.</returns>
    public static async Task<(IReadOnlyList<(string Name, string Text)> Files, Bilingual? Refusal)> ReadAsync(
        HttpContext context)
    {
        if (!context.Request.HasFormContentType) return ([], NoFiles);
        var files = new List<(string, string)>();
        try
        {
            foreach (var file in (await context.Request.ReadFormAsync(context.RequestAborted)).Files)
            {
                await using var content = file.OpenReadStream();
                if (IsZip(file)) await UnpackAsync(content, files, context.RequestAborted);
                else files.Add((file.FileName, await TextAsync(content, context.RequestAborted)));
            }
        }
        catch (InvalidDataException problem)
        {
            return ([], ($"The files cannot be read: {problem.Message}", $"Fichiers illisibles : {problem.Message}"));
        }
        return files.Count == 0 ? ([], NoFiles) : (files, null);
    }

    private static readonly Bilingual NoFiles = ("No file was sent.", "Aucun fichier n’a été envoyé.");

    private static bool IsZip(IFormFile file) =>
        file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || file.ContentType == "application/zip";

    private static async Task UnpackAsync(Stream zip, List<(string, string)> files, CancellationToken cancel)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) continue;
            if (files.Count == MostFiles) throw new InvalidDataException($"More than {MostFiles} files.");
            await using var content = await entry.OpenAsync(cancel);
            files.Add((entry.FullName, await TextAsync(content, cancel)));
        }
    }

    // What a file in a ZIP claims to be long says nothing: it is counted while it is read.
    private static async Task<string> TextAsync(Stream content, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (memory.Length + count > DefinitionReader.LargestFile)
                throw new InvalidDataException($"A file is larger than {DefinitionReader.LargestFile} bytes.");
            memory.Write(buffer, 0, count);
        }
        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length).TrimStart('\ufeff');
    }
}
