using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Play;

namespace Procedures.Host.Tests;

/// <summary>Two whole hosts on one PostgreSQL, each with a data folder of its own.</summary>
public sealed class TwoHosts : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procedures-two-hosts-").FullName;
    private readonly List<WebApplication> _hosts = [];

    public IServiceProvider One => _hosts[0].Services;
    public IServiceProvider Two => _hosts[1].Services;
    public Uri AddressOfTwo => new(_hosts[1].Urls.First());

    public async Task InitializeAsync()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        foreach (var name in (string[])["one", "two"])
        {
            var host = WebProgram.Build(
            [
                "--urls=http://127.0.0.1:0", $"--data={Path.Combine(_folder, name)}", "--samples=false",
                $"--ConnectionStrings:Procedures={database}",
            ]);
            _hosts.Add(host);
            await host.StartAsync();
            await host.Services.GetRequiredService<StartWork>().Done;
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
