using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;
using Procedures.Storage.Sqlite;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// A host without pages: a store in a folder, a conductor, a postman. It can be stopped and started again.
/// </summary>
internal sealed class House : IAsyncDisposable
{
    public static readonly LetterSettings LetterSettings =
        new(new Mailbox("Secretariat", "procedures@example.org"), "procedures.example.org");

    /// <summary>Read once: thousands of houses are opened.</summary>
    public static readonly LetterTemplates Templates = LetterTemplates.BuiltIn();

    private House(
        IProcedureStore store, HandClock clock, ILetterCarrier carrier, ICrashPoints crash, LetterSettings settings)
    {
        Store = store;
        Options = new ConductorOptions { Degree = 1, CrashPoints = crash, Troubled = Troubles.Add };
        var writer = new LetterWriter(
            store, Templates, PlayDefinitions.Institution, settings, candidates: new CandidateAddresses(store));
        var library = new DefinitionLibrary(store, PlayDefinitions.Read);
        Conductor = new Conductor(store, PlayDefinitions.Engine, library, writer, clock, Options);
        Postman = new Postman(store, carrier, settings, clock, new PostmanOptions { CrashPoints = crash });
        Clock = clock;
    }

    public IProcedureStore Store { get; }
    public Conductor Conductor { get; }
    public Postman Postman { get; }
    public ConductorOptions Options { get; }
    public HandClock Clock { get; }
    public List<Exception> Troubles { get; } = [];

    public static House Open(
        string file, HandClock clock, ILetterCarrier? carrier = null, ICrashPoints? crash = null,
        LetterSettings? settings = null)
    {
        crash ??= NoCrashPoints.Instance;
        return new House(SqliteStore.Open(file, PlayDefinitions.Read, crash), clock, carrier ?? new MailPile(), crash,
            settings ?? LetterSettings);
    }

    /// <summary>A host on a store that is open.</summary>
    public static House Of(IProcedureStore store, HandClock clock, ILetterCarrier carrier, ICrashPoints crash) =>
        new(store, clock, carrier, crash, LetterSettings);

    public async Task PublishAsync(Definition definition) => await Store.SaveDefinitionAsync(new StoredDefinition
    {
        Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version,
        Name = definition.Name, Hash = definition.Hash, IsLatest = true, IsPublished = true,
        CreatedAt = Moves.Start, SavedAt = Moves.Start, Document = definition.Document.GetRawText(),
    });

    public async Task<string> OpenAsync(Definition definition, string? id = null)
    {
        var request = new OpeningRequest(Moves.Inputs, "Clerk") { ProcedureId = id };
        var opening = await Conductor.OpenAsync(definition, request);
        return opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }

    public async Task<Procedure> LoadAsync(string id) =>
        await Store.LoadAsync(id) ?? throw new InvalidOperationException($"There is no procedure {id}.");

    public async Task<Wait> TaskAsync(string id) =>
        (await LoadAsync(id)).Waits.Single(w => w.Kind == WaitKind.Task);

    /// <summary>Does everything that is due now.</summary>
    public async Task SettleAsync()
    {
        while (await Conductor.DoDueWorkAsync(10) > 0) { }
        while (await Postman.DoPendingAsync() > 0) { }
    }

    public async Task<StoredLetter[]> LettersAsync() =>
        [.. (await Store.LettersAsync(LetterFilter.All, new PageRequest(0, 1000))).Items.OrderBy(l => l.Id)];

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
