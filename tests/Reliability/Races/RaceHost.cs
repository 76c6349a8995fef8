using System.Collections.Concurrent;
using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Mandates;
using Procedures.Play;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Storage.Postgres;

namespace Procedures.Reliability.Races;

/// <summary>One of two hosts without pages on one PostgreSQL: a store of its own, and all hands that do work.</summary>
internal sealed class RaceHost : IAsyncDisposable
{
    private static readonly LetterSettings Settings =
        new(new Mailbox("Secretariat", "procedures@example.org"), "procedures.example.org");
    private static readonly LetterTemplates Templates = LetterTemplates.BuiltIn();

    /// <summary>An office whose mandates open the definition “seat” a year before they end.</summary>
    public static readonly Offices Offices = new(
    [
        new Office("seat", ("Seat", "Siège"), "seat")
        {
            IsPerState = true, Rules = [new TermRule(new DateOnly(2000, 1, 1), 9, ("§ 1", "§ 1"))],
            Inputs = ImmutableSortedDictionary<string, string>.Empty.Add("EO", "{ends}").Add("State", "{state}"),
        },
    ]);

    private RaceHost(PostgresStore store, HandClock clock, ILetterCarrier carrier)
    {
        Store = store;
        var library = new DefinitionLibrary(store, PlayDefinitions.Read);
        var writer = new LetterWriter(store, Templates, PlayDefinitions.Institution, Settings);
        Conductor = new Conductor(store, PlayDefinitions.Engine, library, writer, clock,
            new ConductorOptions { Troubled = Troubles.Add });
        Postman = new Postman(store, carrier, Settings, clock, new PostmanOptions());
        Watch = new MandateWatch(store, library, PlayDefinitions.Engine, Offices, Conductor, clock);
    }

    public PostgresStore Store { get; }
    public Conductor Conductor { get; }
    public Postman Postman { get; }
    public MandateWatch Watch { get; }

    /// <summary>What has failed: a race may be lost, but nothing fails because of it.</summary>
    public ConcurrentBag<Exception> Troubles { get; } = [];

    public static async Task<RaceHost> OpenAsync(string database, HandClock clock, ILetterCarrier carrier) => new(
        await PostgresStore.OpenAsync(PostgresAddress.Read(database), PlayDefinitions.Read), clock, carrier);

    public Task PublishAsync(Definition definition) => Store.SaveDefinitionAsync(
        new StoredDefinition
        {
            Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version,
            Name = definition.Name, Hash = definition.Hash, IsLatest = true, IsPublished = true, CreatedAt = Moves.Start,
            SavedAt = Moves.Start, Document = definition.Document.GetRawText(),
        },
        Author.Nobody, new TriggerBook(PlayDefinitions.Catalog).Of(definition, Moves.Start));

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
