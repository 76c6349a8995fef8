using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Procedures.Definitions;
using Procedures.Mandates;
using Procedures.Storage.Sqlite;

namespace Procedures.Bench;

/// <summary>The page of mandates, as a browser fetches it from the built host, with 1,000 seats in the register.</summary>
internal static class MandateFigures
{
    private const int Requests = 41;

    public static async Task<Figure> PageAsync(Subject subject, string root, int mandates)
    {
        var data = Directory.CreateTempSubdirectory("procedures-bench-");
        await FillAsync(subject, data.FullName, mandates);
        var url = $"http://127.0.0.1:{FreePort()}";
        using var host = Process.Start(new ProcessStartInfo("dotnet",
        [
            "run", "--no-build", "--project", Path.Combine(root, "src", "Host"), "--", "--urls", url, "--data",
            data.FullName, "--samples=false",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        try
        {
            var (times, bytes) = await TimesAsync($"{url}/en/mandates", mandates);
            return new($"page of mandates, {mandates:N0} seats, SQLite", "≤ 100 ms",
                $"{EngineFigures.Median(times):0.0} ms median, {times.Order().ElementAt(times.Count * 95 / 100):0.0} ms p95 "
                + $"of {times.Count} ({bytes / 1000:N0} kB)");
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    // Seats of invented states, so that each is the latest of its kind; ends are spread over the coming years.
    private static async Task FillAsync(Subject subject, string folder, int mandates)
    {
        await using var store = SqliteStore.Open(
            Path.Combine(folder, "procedures.db"), json => new DefinitionReader(subject.Catalog).Read(json).Definition!);
        var first = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-9).AddMonths(-1);
        await store.SaveMandatesAsync([.. Enumerable.Range(0, mandates).Select(i =>
        {
            var begins = first.AddDays(i % 1700);
            return new Mandate("judge", $"X{i}", $"Holder {i}", begins, begins.AddYears(9).AddDays(-1));
        })]);
    }

    private static async Task<(List<double> Times, int Bytes)> TimesAsync(string url, int mandates)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var until = DateTime.UtcNow.AddMinutes(2);
        string page;
        do page = await TryAsync(client, url);
        while ((Count(page, "/en/mandates/judge_X") < mandates || page.Contains("being planned", StringComparison.Ordinal))
            && DateTime.UtcNow < until);
        var times = new List<double>();
        for (var i = 0; i < Requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            page = await client.GetStringAsync(new Uri(url));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return Count(page, "/en/mandates/judge_X") == mandates
            ? (times, page.Length)
            : throw new InvalidOperationException("The page does not show every mandate.");
    }

    private static async Task<string> TryAsync(HttpClient client, string url)
    {
        try
        {
            return await client.GetStringAsync(new Uri(url));
        }
        catch (HttpRequestException)
        {
            await Task.Delay(50);
            return "";
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
