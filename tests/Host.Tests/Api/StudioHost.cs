using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Procedures.Activities;
using Procedures.Api;
using Procedures.Catalog;
using Procedures.Commands;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Storage.Sqlite;
using Procedures.Studio;

namespace Procedures.Tests;

/// <summary>Elsa's contract and Studio over a store of its own, with the delivered definitions on the shelf.</summary>
public sealed class StudioHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;

    private StudioHost(string folder, WebApplication app) => (_folder, _app) = (folder, app);

    public IProcedureStore Store => _app.Services.GetRequiredService<IProcedureStore>();
    public Conductor Conductor => _app.Services.GetRequiredService<Conductor>();
    public Uri Address =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public DefinitionReader Reader => _app.Services.GetRequiredService<DefinitionReader>();

    /// <summary>Every address under /elsa with its methods.</summary>
    public IEnumerable<(string Method, string Path)> Addresses =>
        from endpoint in _app.Services.GetServices<Microsoft.AspNetCore.Routing.EndpointDataSource>()
            .SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
        where endpoint.RoutePattern.RawText!.StartsWith("/elsa/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods
            ?? ["POST"]
        select (method, endpoint.RoutePattern.RawText!);

    /// <summary>A host without network.</summary>
    public static Task<StudioHost> StartAsync() => StartAsync(builder => builder.WebHost.UseTestServer());

    /// <summary>A host that a browser can reach.</summary>
    public static Task<StudioHost> ListenAsync() =>
        StartAsync(builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));

    /// <summary>A client that calls from one window.</summary>
    public HttpClient Client(string window = "window-a")
    {
        var client = _app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", window);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<StudioHost> StartAsync(Action<WebApplicationBuilder> listen)
    {
        var folder = Directory.CreateTempSubdirectory("studio").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        listen(builder);
        Add(builder.Services, Path.Combine(folder, "procedures.db"));
        var app = builder.Build();
        app.UseApiCompression();
        app.MapStudio();
        app.MapApi();
        await TakeInAsync(app.Services);
        await app.StartAsync();
        return new StudioHost(folder, app);
    }

    private static void Add(IServiceCollection parts, string database)
    {
        var setting = Setting.OfThisPlace();
        var reader = new DefinitionReader(setting.Catalog);
        var store = SqliteStore.Open(database, json => reader.Read(json).Definition!);
        var library = new DefinitionLibrary(store, json => reader.Read(json).Definition!);
        parts.AddSingleton(TimeProvider.System);
        parts.AddSingleton(setting.Catalog);
        parts.AddSingleton(setting.Institution);
        parts.AddSingleton(reader);
        parts.AddSingleton<IProcedureStore>(_ => store);
        parts.AddSingleton<IDirectory>(_ => store);
        parts.AddSingleton<IAddressBooks>(_ => store);
        parts.AddSingleton(library);
        parts.AddSingleton(new Engine(setting.Catalog, setting.Institution));
        parts.AddSingleton(new LetterSettings(new Mailbox("Procedures", "procedures@example.org"), "example.org"));
        parts.AddSingleton(_ => LetterTemplates.BuiltIn());
        parts.AddSingleton<LetterWriter>();
        parts.AddSingleton<Conductor>(p => new(
            store, p.GetRequiredService<Engine>(), library, p.GetRequiredService<LetterWriter>(), TimeProvider.System,
            new ConductorOptions { StepTaken = step => p.GetRequiredService<IChangeNews>().Announce(step.After.Id) }));
        parts.AddSingleton<IChangeNews, LocalNews>();
        parts.AddApi();
        parts.AddStudio();
    }

    private static async Task TakeInAsync(IServiceProvider parts)
    {
        var (store, reader) =
            (parts.GetRequiredService<IProcedureStore>(), parts.GetRequiredService<DefinitionReader>());
        var folder = InstitutionFolder.Find(AppContext.BaseDirectory)!;
        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
        {
            var json = await File.ReadAllTextAsync(path);
            if (JsonNode.Parse(json)?["root"] is null || reader.Read(json).Definition is not { } definition) continue;
            await store.SaveDefinitionAsync(new StoredDefinition
            {
                Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version,
                Name = definition.Name, Hash = definition.Hash, IsLatest = definition.IsLatest,
                IsPublished = definition.IsPublished, CreatedAt = Day, SavedAt = Day, Document = json,
            });
        }
    }

    private static readonly DateTimeOffset Day = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
}
