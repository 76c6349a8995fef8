using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Letters;
using Procedures.Mandates;
using Procedures.Play;
using Procedures.Runtime;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Reliability.Races;

/// <summary>A database on which two hosts race, with the definitions that they race for.</summary>
internal sealed class RaceGround : IAsyncDisposable, ILetterCarrier
{
    private static readonly object Ask = new { type = "Play.Ask", id = "ask", step = Text("P0.01"), title = Text("Ask") };

    /// <summary>Allows one running procedure at a time.</summary>
    public static readonly Definition Once = Singleton(Sequence("once", Ask));

    /// <summary>Waits an hour, then asks.</summary>
    public static readonly Definition Sleeper = Sequence("sleeper", new
    {
        type = "Elsa.Delay", id = "sleep",
        timeSpan = new { typeName = "TimeSpan", expression = new { type = "Literal", value = "01:00:00" } },
    }, Ask);

    /// <summary>Is started by the clock every hour.</summary>
    public static readonly Definition Clocked = Sequence("clocked", new
    {
        type = "Elsa.Cron", id = "start", customProperties = new { canStartWorkflow = true }, cronExpression = Text("0 * * * *"),
    });

    /// <summary>Waits for an event, and writes a letter when it has asked.</summary>
    public static readonly Definition Listener = Sequence("listener",
        new { type = "Elsa.Event", id = "hear", eventName = Text("Told") }, Ask);

    public static readonly Definition Seat = Named("seat", TwoTasks);

    private RaceGround(string database, HandClock clock) => (Database, Clock) = (database, clock);

    public string Database { get; }
    public HandClock Clock { get; }
    public RaceHost[] Hosts { get; private set; } = [];

    /// <summary>The Message-IDs that the postmen have carried, each as often as they did.</summary>
    public ConcurrentBag<string> Carried { get; } = [];

    public static async Task<RaceGround> PrepareAsync()
    {
        var ground = new RaceGround(await PostgresServer.NewDatabaseAsync(), new HandClock(Moves.Start));
        ground.Hosts =
        [
            await RaceHost.OpenAsync(ground.Database, ground.Clock, ground),
            await RaceHost.OpenAsync(ground.Database, ground.Clock, ground),
        ];
        foreach (var definition in (Definition[])[Once, Sleeper, Clocked, Listener, Seat])
            await ground.Hosts[0].PublishAsync(definition);
        await ground.Hosts[0].Store.SaveContactAsync(
            new Storage.Contact("CDH", "Committee", "cdh@example.org", Storage.ContactLanguage.English));
        await ground.Hosts[0].Store.SaveContactAsync(
            new Storage.Contact("SGA", "Secretary", "sga@example.org", Storage.ContactLanguage.Both));
        await ground.Hosts[0].Watch.SetAsync("seat", opensByItself: true, "Owner");
        return ground;
    }

    public async Task<long> CountAsync(string sql) => long.Parse(await PostgresServer.AskAsync(Database, sql));

    public Task<Delivery> Carry(Message message, CancellationToken cancel)
    {
        Carried.Add(message.MessageId);
        return Task.FromResult<Delivery>(new Delivery.Sent("250 ok"));
    }

    /// <summary>Both hosts do what is due until nothing is left.</summary>
    public async Task SettleAsync()
    {
        foreach (var host in Hosts)
        {
            while (await host.Conductor.DoDueWorkAsync(100) > 0) { }
            while (await host.Postman.DoPendingAsync() > 0) { }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts) await host.DisposeAsync();
    }

    /// <summary>A mandate that is due: its procedure should be open.</summary>
    public static Mandate DueMandate(int number) => new("seat", $"S{number}", "A", new DateOnly(2018, 1, 1), new DateOnly(2026, 12, 31));

    private static Definition Singleton(Definition definition) =>
        With(definition, json => json["options"] = new JsonObject { ["activationStrategyType"] = "SingletonStrategy" });

    private static Definition Named(string id, Definition definition) =>
        With(definition, json => (json["id"], json["definitionId"]) = ($"{id}-v1", id));

    private static Definition With(Definition definition, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(definition.Document.GetRawText())!;
        change(json);
        return PlayDefinitions.Read(json.ToJsonString());
    }
}
