using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Procedures.Bench;

/// <summary>The built host as a process on a free port with an empty data folder.</summary>
internal sealed class BuiltHost : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("procedures-bench-");
    private readonly Process _process;

    private BuiltHost(string root, string? database)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet",
        [
            "run", "--no-build", "--project", Path.Combine(root, "src", "Host"), "--",
            "--urls", Address.ToString(), "--data", _data.FullName, $"--samples={database is null}",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        if (database is not null) start.Environment["PROCEDURES_DATABASE"] = database;
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Resident memory of the host in bytes; what started it is not counted.</summary>
    public long Memory => Cpu.ChildrenOf(_process.Id).Sum(Cpu.MemoryOf);

    /// <summary>Starts the host and waits until it is ready.</summary>
    /// <param name="database">A connection string; null: SQLite, with samples.</param>
    public static async Task<BuiltHost> StartAsync(string root, string? database = null)
    {
        var host = new BuiltHost(root, database);
        using var client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(50))
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode) return host;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        await host.DisposeAsync();
        throw new TimeoutException("The host was not ready within a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
