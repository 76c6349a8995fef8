using System.IO.Compression;
using System.Text;

namespace Procedures.Api;

/// <summary>Files that a browser saves: one JSON text, or several in a ZIP.</summary>
internal static class ExportFile
{
    public static IResult Json(string name, string text) =>
        Results.File(Encoding.UTF8.GetBytes(text), "application/json", name);

    public static async Task<IResult> ZipAsync(
        string name, IEnumerable<(string Name, string Text)> files, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var file in files)
            {
                await using var entry = await zip.CreateEntry(file.Name).OpenAsync(cancel);
                await entry.WriteAsync(Encoding.UTF8.GetBytes(file.Text), cancel);
            }
        return Results.File(memory.ToArray(), "application/zip", name);
    }

    /// <summary>The text with everything replaced that a name of a file had better not hold.</summary>
    public static string Safe(string text) =>
        new([.. text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')]);
}
