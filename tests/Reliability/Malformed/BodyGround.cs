using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Procedures.Definitions;
using Procedures.Play;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Reliability.Malformed;

/// <summary>The whole host with its sample procedures, listening on this computer, and a look into its store.</summary>
internal sealed partial class BodyGround : IAsyncDisposable
{
    private static readonly string[] Beginnings =
    [
        "procedures", "tasks", "letters", "contacts", "contacts/contact", "templates", "part-sessions", "mandates",
        "mandates/offices", "mandates/import", "definitions", "procedures/new",
    ];

    private readonly WebApplication _app;
    private readonly string _folder;

    private BodyGround(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public HttpClient Client { get; private set; } = null!;
    public IProcedureStore Store => _app.Services.GetRequiredService<IProcedureStore>();

    /// <summary>Every address under /elsa/api that takes something, with its method.</summary>
    public ImmutableArray<(string Method, string Path)> Routes { get; private set; } = [];

    /// <summary>Pages with a form that is sent.</summary>
    public ImmutableArray<string> Forms { get; private set; } = [];

    /// <summary>What the host has written about failures.</summary>
    public List<string> Failures { get; } = [];

    public static async Task<BodyGround> PrepareAsync(bool onPostgres)
    {
        var folder = Directory.CreateTempSubdirectory("procedures-bodies-").FullName;
        var database = onPostgres ? await PostgresServer.NewDatabaseAsync() : Path.Combine(folder, "procedures.db");
        var failures = new FailureLog();
        var app = WebProgram.Build(
            ["--urls=http://127.0.0.1:0", $"--data={folder}", $"--workflows={new Delivered().Folder}", $"--PROCEDURES_DATABASE={database}"],
            parts => parts.AddLogging(log => log.ClearProviders().AddProvider(failures)));
        await app.StartAsync();
        var ground = new BodyGround(app, folder);
        failures.Into = ground.Failures;
        ground.Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
            Timeout = TimeSpan.FromMinutes(1),
        };
        ground.Routes =
        [
            .. from endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
               where endpoint.RoutePattern.RawText!.StartsWith("/elsa/api/", StringComparison.Ordinal)
               from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
               where method is not ("GET" or "HEAD")
               select (method, endpoint.RoutePattern.RawText!),
        ];
        await ground.FindFormsAsync();
        return ground;
    }

    /// <summary>The latest and the published version of each definition, as the shelf has them.</summary>
    public async Task<ImmutableSortedDictionary<string, string>> ShelfAsync()
    {
        var rows = (await Store.DefinitionsAsync()).Concat(await Store.DefinitionsAsync(publishedOnly: true));
        return rows.DistinctBy(r => r.Id).ToImmutableSortedDictionary(
            r => r.Id, r => $"{r.DefinitionId} {r.Version} {r.Hash} {r.IsPublished} {r.Name}");
    }

    /// <summary>Which versions on the shelf are not what their rows say.</summary>
    public async Task<List<string>> HalfChangedAsync()
    {
        var reader = _app.Services.GetRequiredService<DefinitionReader>();
        var broken = new List<string>();
        foreach (var id in (await ShelfAsync()).Keys)
        {
            var stored = await Store.FindVersionAsync(id);
            var read = stored is null ? null : reader.Read(stored.Document).Definition;
            if (read is null) broken.Add($"{id} cannot be read any more");
            else if (read.Hash != stored!.Hash || read.Version != stored.Version || read.DefinitionId != stored.DefinitionId)
                broken.Add($"{id} says something else than its row");
        }
        return broken;
    }

    /// <summary>Breaks in the journals.</summary>
    public async Task<ImmutableArray<Breach>> BreachesAsync() => (await new Verifier(Store).VerifyAsync()).Breaches;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The pages are followed as a person follows them: lists, what they lead to, and what that leads to.
    private async Task FindFormsAsync()
    {
        const int most = 400;
        var found = new List<string>();
        var known = Beginnings.Select(b => "/en/" + b).ToHashSet(StringComparer.Ordinal);
        for (var queue = new Queue<string>(known); queue.TryDequeue(out var path);)
        {
            using var answer = await Client.GetAsync(path);
            if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await answer.Content.ReadAsStringAsync();
            if (page.Contains("method=\"post\"", StringComparison.Ordinal)) found.Add(path);
            foreach (var link in Link().Matches(page).Select(m => m.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal)))
                if (known.Count < most && known.Add(link)) queue.Enqueue(link);
        }
        Forms = [.. found];
    }

    [GeneratedRegex("href=\"(/en/[^\"#]+)\"")]
    private static partial Regex Link();
}
