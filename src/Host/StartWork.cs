using System.Text.Json;
using Procedures.Definitions;
using Procedures.Mandates;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures;

/// <summary>
/// What the host does before it is ready: definitions and contacts are taken in, starts by the clock are settled,
/// samples are opened.
/// </summary>
public sealed class StartWork(
    IProcedureStore store, DefinitionReader reader, HostSettings settings, SampleProcedures samples, Offices offices,
    Institution institution, DefinitionLibrary library, TriggerBook triggers, LetterTexts texts, TimeProvider clock,
    ILogger<StartWork> log)
{
    private static readonly string[] NoDefinitions = ["bodies.json", "states.json", "contacts.json", "offices.json"];
    private const string Kind = "host";
    private const string FirstStart = "first-start";
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Letters of samples must never reach a mail server, whoever stands in the contacts; nor may an invented mandate
    // open a procedure there.
    private bool TakesSamples => settings is { WithSamples: true, Smtp: null };

    public bool IsDone => _done.Task.IsCompletedSuccessfully;

    /// <summary>Completes when the host is ready.</summary>
    public Task Done => _done.Task;

    public async Task DoneAsync(CancellationToken cancel)
    {
        await using (await store.TakeTurnAsync("start", cancel)) await DoAsync(cancel);
        _done.TrySetResult();
    }

    private async Task DoAsync(CancellationToken cancel)
    {
        await TakeInDefinitionsAsync(cancel);
        await triggers.SettleAsync(store, library, clock.GetUtcNow(), cancel);
        await TakeInContactsAsync(cancel);
        await TakeInMandatesAsync(cancel);
        await TakeInLetterTextsAsync(cancel);
        if (await store.FindDocumentAsync(Kind, FirstStart, cancel) is null)
        {
            if (TakesSamples) await OpenSamplesAsync(cancel);
            await store.SaveDocumentAsync(Kind, FirstStart, JsonSerializer.Serialize(clock.GetUtcNow()), cancel);
        }
    }

    private async Task TakeInLetterTextsAsync(CancellationToken cancel)
    {
        var (taken, refused) = await texts.ImportAsync(settings.TemplateFolder, cancel);
        foreach (var file in taken) log.LogInformation("Took in the letter template {File}", file);
        foreach (var mistake in refused)
            log.LogWarning("The letter template is not taken in: {Problem}", mistake.Message);
    }

    private async Task OpenSamplesAsync(CancellationToken cancel)
    {
        try
        {
            await samples.OpenAsync(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "The sample procedures could not be opened; everything else works");
        }
    }

    // What somebody has edited in the designer stands: a file counts only when it is new or has a higher version.
    // One that says the same as what stands, in another drawing, brings its drawing.
    private async Task TakeInDefinitionsAsync(CancellationToken cancel)
    {
        var drawings = new RenewedDrawings(store, clock);
        foreach (var path in Directory.EnumerateFiles(settings.WorkflowsFolder, "*.json").Order(StringComparer.Ordinal))
        {
            if (NoDefinitions.Contains(Path.GetFileName(path))) continue;
            var json = await File.ReadAllTextAsync(path, cancel);
            var reading = reader.Read(json);
            foreach (var finding in reading.Findings.Where(f => f.Severity != FindingSeverity.Warning))
                log.LogWarning("{File}: {Finding}", Path.GetFileName(path), finding);
            if (reading.Definition is not { } definition) continue;
            var versions = await store.VersionsAsync(definition.DefinitionId, cancel);
            if (versions.Any(v => v.Version >= definition.Version))
            {
                if (await drawings.RenewAsync(definition, json, cancel))
                    log.LogInformation("Renewed the drawing of {Definition}", definition.DefinitionId);
                continue;
            }
            await store.SaveDefinitionAsync(Stored(definition, json), cancel);
            log.LogInformation("Took in {Definition}, version {Version}", definition.DefinitionId, definition.Version);
        }
    }

    private StoredDefinition Stored(Definition definition, string json) => new()
    {
        Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version,
        Name = definition.Name,
        Hash = definition.Hash, IsLatest = definition.IsLatest, IsPublished = definition.IsPublished,
        CreatedAt = clock.GetUtcNow(), SavedAt = clock.GetUtcNow(), Document = json,
    };

    private async Task TakeInContactsAsync(CancellationToken cancel)
    {
        var file = Path.Combine(settings.WorkflowsFolder, "contacts.json");
        if (!File.Exists(file) || !(await store.ContactsAsync(cancel: cancel)).IsEmpty) return;
        var contacts = OwnFiles.Understood(file, () =>
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.GetProperty("contacts").EnumerateArray().Select(ContactOf).ToArray();
        });
        foreach (var contact in contacts) await store.SaveContactAsync(contact, cancel);
    }

    private static Contact ContactOf(JsonElement entry) => new(
        entry.GetProperty("body").GetString()!, entry.GetProperty("name").GetString()!,
        entry.GetProperty("address").GetString()!,
        (entry.TryGetProperty("language", out var language) ? language.GetString() : "en") switch
        {
            "fr" => ContactLanguage.French,
            "both" => ContactLanguage.Both,
            _ => ContactLanguage.English,
        },
        entry.TryGetProperty("role", out var role) ? role.GetString() ?? "" : "");

    // What somebody has imported or changed stands: the file counts only while the register is empty.
    private async Task TakeInMandatesAsync(CancellationToken cancel)
    {
        var file = Path.Combine(settings.WorkflowsFolder, "mandates.csv");
        if (!File.Exists(file) || !(await store.MandatesAsync(cancel: cancel)).IsEmpty) return;
        var sheet = new MandateCsv(offices, institution.States).Read(await File.ReadAllTextAsync(file, cancel));
        foreach (var problem in sheet.Problems)
            log.LogWarning("mandates.csv, line {Line}: {Problem}", problem.Line, problem.Text.English);
        await store.SaveMandatesAsync([.. sheet.Mandates.Where(m => TakesSamples || !m.IsSample)], cancel);
    }
}
