using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Procedures.Bench;

/// <summary>The built host as a process: how long from its start to its first page.</summary>
internal static class HostFigures
{
    public static async Task<Figure> FirstPageAsync(string root)
    {
        var data = Directory.CreateTempSubdirectory("procedures-bench-");
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = Stopwatch.GetTimestamp();
        using var host = Process.Start(new ProcessStartInfo("dotnet",
            ["run", "--no-build", "--project", Path.Combine(root, "src", "Host"), "--", "--urls", url, "--data", data.FullName])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        try
        {
            var seconds = await FirstAnswerAsync(url + "/en/", start);
            return new("dotnet run --no-build to the first page, empty data folder", "≤ 10 s", $"{seconds:0.0} s");
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    private static async Task<double> FirstAnswerAsync(string url, long start)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(url));
                if (answer.IsSuccessStatusCode) return Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }
        throw new TimeoutException("The host gave no page within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
