using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Procedures.Bench;

/// <summary>The built host as a process on a free port with an empty data folder.</summary>
internal sealed class BuiltHost : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("procedures-bench-");
    private readonly Process _process;

    private BuiltHost(string root)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _process = Process.Start(new ProcessStartInfo("dotnet",
        [
            "run", "--no-build", "--project", Path.Combine(root, "src", "Host"), "--",
            "--urls", Address.ToString(), "--data", _data.FullName,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Starts the host and waits until it is ready.</summary>
    public static async Task<BuiltHost> StartAsync(string root)
    {
        var host = new BuiltHost(root);
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
