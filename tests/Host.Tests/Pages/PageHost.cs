using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>The whole web host on a free port of this computer, with an empty data folder and a clock that stands
/// still.</summary>
public sealed class PageHost : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("procedures-pages-").FullName;
    private WebApplication? _app;

    /// <summary>Thursday 15 October 2026, 12:00 in Paris.</summary>
    internal StillClock Clock { get; } = new(new DateTimeOffset(2026, 10, 15, 10, 0, 0, TimeSpan.Zero));

    public Uri Address { get; private set; } = new("http://127.0.0.1");
    public IServiceProvider Parts => _app!.Services;
    public IProcedureStore Store => Parts.GetRequiredService<IProcedureStore>();
    public Conductor Conductor => Parts.GetRequiredService<Conductor>();

    public async Task InitializeAsync()
    {
        _app = WebProgram.Build(
            ["--urls=http://127.0.0.1:0", $"--data={_data}", "--samples=false"],
            parts => parts.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
        await Parts.GetRequiredService<StartWork>().Done;
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>A browser of its own: cookies are kept, redirections are not followed by themselves.</summary>
    public PageReader Reader() => new(new HttpClient(new HttpClientHandler
    {
        AllowAutoRedirect = false, CookieContainer = new CookieContainer(),
    })
    { BaseAddress = Address });

    /// <summary>Opens the election of a judge in respect of a state whose judge leaves on 31 December 2028.</summary>
    public async Task<string> OpenElectionAsync(string state = "EE")
    {
        var inputs = Value.MapOf(("State", Value.Of(state)), ("TermEnds", Value.Of("2028-12-31")));
        var opening = await Conductor.OpenAsync("judge-election", new OpeningRequest(inputs, "Clara Cedar"));
        return opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }

    /// <summary>Opens a procedure whose first activity has failed.</summary>
    /// <returns>Its id and the number of the failed activation.</returns>
    public async Task<(string Id, int Activation)> OpenFrailAsync()
    {
        var id = await Procedures.Tests.Frail.OpenAsync(
            Store, Conductor, Parts.GetRequiredService<Definitions.DefinitionReader>());
        return (id, (await Store.LoadAsync(id))!.Incidents[0].Activation);
    }

    /// <summary>The wait of the open task with that step code.</summary>
    public async Task<int> WaitOfAsync(string procedureId, string step) =>
        (await Store.TasksOfAsync(procedureId)).Single(t => t.Step == step && t.ClosedAt is null).Wait;
}
