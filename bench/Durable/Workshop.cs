using System.Text.Json;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Letters;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Storage.Postgres;

namespace Procedures.Bench;

/// <summary>What one host works with: a store of its own on a database, and the conductor.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    public static readonly OpeningRequest Plain = new(Value.Map.Empty, "bench");
    private static readonly LetterSettings Sender = new(new Mailbox("Procedures", "procedures@example.org"), "example.org");
    private readonly Subject _subject;
    private readonly DefinitionLibrary _library;

    private Workshop(PostgresStore store, Subject subject)
    {
        (Store, _subject) = (store, subject);
        _library = new DefinitionLibrary(store, json => Read(subject, json));
        Conductor = ConductorWith(new BenchClock());
    }

    public PostgresStore Store { get; }
    public Conductor Conductor { get; }

    public static async Task<Workshop> OpenAsync(Subject subject, string address)
    {
        var store = await PostgresStore.OpenAsync(PostgresAddress.Read(address), json => Read(subject, json));
        return new Workshop(store, subject);
    }

    /// <summary>Another conductor on the same store, with a clock of its own.</summary>
    public Conductor ConductorWith(TimeProvider clock, ConductorOptions? options = null) => new(
        Store, _subject.Engine, _library, new LetterWriter(Store, LetterTemplates.BuiltIn(), _subject.Engine.Institution, Sender),
        clock, options);

    /// <summary>Puts definitions on the shelf, published, and the contacts of a file into the directory.</summary>
    public async Task FurnishAsync(IEnumerable<string> definitions, string? contacts = null)
    {
        foreach (var json in definitions)
        {
            var definition = Read(_subject, json);
            await Store.SaveDefinitionAsync(new StoredDefinition
            {
                Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version,
                Name = definition.Name, Hash = definition.Hash, IsLatest = true, IsPublished = true,
                CreatedAt = DateTimeOffset.UtcNow, SavedAt = DateTimeOffset.UtcNow, Document = json,
            });
        }
        if (contacts is null) return;
        using var document = JsonDocument.Parse(contacts);
        foreach (var entry in document.RootElement.GetProperty("contacts").EnumerateArray())
            await Store.SaveContactAsync(new Contact(
                entry.GetProperty("body").GetString()!, entry.GetProperty("name").GetString()!,
                entry.GetProperty("address").GetString()!,
                (entry.TryGetProperty("language", out var language) ? language.GetString() : "en") switch
                {
                    "fr" => ContactLanguage.French,
                    "both" => ContactLanguage.Both,
                    _ => ContactLanguage.English,
                }));
    }

    /// <summary>Opens procedures that then wait for the report of a task.</summary>
    /// <returns>The ids of their tasks.</returns>
    public async Task<string[]> ParkAsync(string definitionId, int count)
    {
        var keys = new string[count];
        var degree = new ParallelOptions { MaxDegreeOfParallelism = 32 };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), degree, async (i, cancel) =>
            keys[i] = (await Conductor.OpenAsync(definitionId, Plain, cancel)).Step!.After.Waits[0].Key!);
        return keys;
    }

    public async Task ReportAsync(string task)
    {
        if (await Conductor.ReportTaskAsync(task, Value.Of("done"), "bench") is null or { IsIdle: true })
            throw new InvalidOperationException($"Nobody waits for {task}.");
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static Definition Read(Subject subject, string json)
    {
        var reading = new DefinitionReader(subject.Catalog).Read(json);
        return reading.Definition ?? throw new InvalidOperationException(string.Join('\n', reading.Findings.Select(f => $"{f}")));
    }
}
