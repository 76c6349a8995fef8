using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Expressions;
using Procedures.Host.Tests;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Practice;

/// <summary>
/// A practice host on a free port of this computer; it can be ended and started again in the same folder.
/// </summary>
internal sealed class PracticeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PracticeHost(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    public string Folder { get; }
    public Uri Address => new(_app.Urls.First());
    public IServiceProvider Parts => _app.Services;
    public IProcedureStore Store => Parts.GetRequiredService<IProcedureStore>();
    public PracticeMoves Moves => Parts.GetRequiredService<PracticeMoves>();

    public static string NewFolder() => Directory.CreateTempSubdirectory("procedures-practice-").FullName;

    public static async Task<PracticeHost> StartAsync(
        string? folder = null, string day = "2023-09-01", Action<IServiceCollection>? change = null)
    {
        folder ??= NewFolder();
        var app = WebProgram.Build(["--urls=http://127.0.0.1:0", $"--data={folder}", $"--practice={day}"], change);
        await app.StartAsync();
        await app.Services.GetRequiredService<StartWork>().Done;
        return new PracticeHost(app, folder);
    }

    public PageReader Reader() => new(new HttpClient(new HttpClientHandler
    {
        AllowAutoRedirect = false, CookieContainer = new CookieContainer(),
    })
    { BaseAddress = Address });

    /// <summary>Opens the election of a judge whose term ends on 31 October 2024.</summary>
    public async Task<string> OpenElectionAsync()
    {
        var inputs = Value.MapOf(("State", Value.Of("EE")), ("TermEnds", Value.Of("2024-10-31")));
        var opening = await Parts.GetRequiredService<Conductor>()
            .OpenAsync("judge-election", new OpeningRequest(inputs, "Clara Cedar"));
        return opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }

    /// <summary>Ends the host and leaves its folder.</summary>
    public async ValueTask StopAsync() => await _app.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
