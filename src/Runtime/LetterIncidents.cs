using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Letters;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Keeps what went wrong with templates until it is mended; one incident for each file.</summary>
public sealed class LetterIncidents(ISettings settings)
{
    private const string Kind = "letter-incident";

    /// <summary>Notes that letters went out with the built-in words.</summary>
    /// <param name="at">UTC: the moment of the letters.</param>
    public async Task RecordAsync(
        LetterTemplateException broken, int letters, DateTimeOffset at, CancellationToken cancel = default)
    {
        var known = await settings.FindDocumentAsync(Kind, broken.File, cancel) is { } json ? Read(json) : null;
        var incident = new LetterIncident(broken.File, broken.Line, broken.Column, broken.Problem,
            known?.FirstAt ?? at, at, (known?.Letters ?? 0) + letters);
        await settings.SaveDocumentAsync(Kind, broken.File, Write(incident), cancel);
    }

    public async Task<ImmutableArray<LetterIncident>> AllAsync(CancellationToken cancel = default) =>
        [.. (await settings.DocumentsAsync(Kind, cancel)).Select(document => Read(document.Value))];

    /// <summary>The template has been mended, or somebody has taken note.</summary>
    public Task<bool> ForgetAsync(string file, CancellationToken cancel = default) =>
        settings.DeleteDocumentAsync(Kind, file, cancel);

    private static string Write(LetterIncident incident) => JsonSerializer.Serialize(new Document(
        incident.File, incident.Line, incident.Column, incident.Problem.English, incident.Problem.French,
        incident.FirstAt, incident.LastAt, incident.Letters));

    private static LetterIncident Read(string json)
    {
        var document = JsonSerializer.Deserialize<Document>(json) ?? throw new JsonException("The document is empty.");
        return new LetterIncident(document.File, document.Line, document.Column, (document.English, document.French),
            document.FirstAt, document.LastAt, document.Letters);
    }

    private sealed record Document(
        string File, int Line, int Column, string English, string French, DateTimeOffset FirstAt,
        DateTimeOffset LastAt, int Letters);
}
