using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Procedures.Deadlines;

namespace Procedures.Reliability.Kills;

/// <summary>People at browsers: they open procedures and complete tasks on whichever host answers.</summary>
/// <remarks>They note what a host has told them is done: that, and only that, must be there afterwards.</remarks>
internal sealed partial class Clerks(IReadOnlyList<HostChild> hosts, int seed) : IDisposable
{
    private readonly HttpClient _browser = new(new HttpClientHandler
    {
        AllowAutoRedirect = false, CookieContainer = new CookieContainer(),
    })
    { Timeout = TimeSpan.FromSeconds(15) };

    private int _turn = seed;

    /// <summary>Procedures of which a host has said that they are open.</summary>
    public ConcurrentBag<string> Opened { get; } = [];

    /// <summary>Tasks of which a host has said that they are completed, each as often as it was said.</summary>
    public ConcurrentBag<string> Completed { get; } = [];

    /// <summary>Requests that were not answered.</summary>
    public int Unanswered => _unanswered;
    private int _unanswered;

    /// <summary>Opens procedures until so many have been acknowledged.</summary>
    public async Task OpenAsync(int count, Pace pace, CancellationToken cancel)
    {
        while (Opened.Count < count && !cancel.IsCancellationRequested)
        {
            if (Opened.Count < pace.Of(count)) await TryAsync(OpenOneAsync);
            await Rest.ForAsync(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Completes whatever is open, until it is told to stop.</summary>
    public async Task WorkAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await TryAsync(WorkOffAsync);
            await Rest.ForAsync(TimeSpan.FromMilliseconds(200));
        }
    }

    public void Dispose() => _browser.Dispose();

    private async Task OpenOneAsync(Uri host)
    {
        using var answer = await _browser.PostAsJsonAsync(
            new Uri(host, "/elsa/api/workflow-definitions/rush/dispatch"), new JsonObject());
        if (answer.StatusCode != HttpStatusCode.OK) return;
        Opened.Add((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["workflowInstanceId"]!);
    }

    private async Task WorkOffAsync(Uri host)
    {
        var list = await _browser.GetStringAsync(new Uri(host, "/en/tasks?q=Rush"));
        foreach (var path in TaskLink().Matches(list).Select(m => m.Groups[1].Value).Distinct())
        {
            var page = await _browser.GetStringAsync(new Uri(host, path));
            if (!Token().IsMatch(page)) continue;
            // Another host than the one that has shown the form may take it.
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["token"] = Token().Match(page).Groups[1].Value, ["recorded-by"] = "Clara Cedar", ["act"] = "complete",
                ["f.decided-on"] = ParisTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd"),
            });
            using var answer = await _browser.PostAsync(new Uri(Next(), path), form);
            if (answer.StatusCode == HttpStatusCode.Redirect) Completed.Add(path);
        }
    }

    private async Task TryAsync(Func<Uri, Task> act)
    {
        try
        {
            await act(Next());
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or IOException)
        {
            Interlocked.Increment(ref _unanswered);
        }
    }

    private Uri Next() => hosts[(int)((uint)Interlocked.Increment(ref _turn) % (uint)hosts.Count)].Address;

    [GeneratedRegex("href=\"(/en/procedures/rush[^\"/]*/tasks/[0-9]+)\"")]
    private static partial Regex TaskLink();

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
