using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Reliability.Kills;

/// <summary>
/// Elections of a judge: clerks open them and answer every task as soon as it is asked, on the pages of whichever host
/// answers.
/// </summary>
/// <remarks>The next ones begin as the run goes on, so that every blow falls upon elections that are under way.</remarks>
internal sealed partial class Elections : IDisposable
{
    private const int AtOnce = 6;

    // So late that every date of the list is past: a whole year can be answered at once.
    private const int DaysToEnd = 160;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly KillGround _ground;
    private readonly Pace _pace;
    private readonly JsonObject _inputs;
    private readonly ImmutableArray<RehearsedTask> _acts;
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _browser = new(new HttpClientHandler
    {
        AllowAutoRedirect = false, CookieContainer = new CookieContainer(),
    })
    { Timeout = TimeSpan.FromSeconds(30) };

    private readonly int _count;
    private readonly Task _adopting;
    private int _turn;
    private int _begun;
    private int _over;
    private int _unanswered;

    public Elections(KillGround ground, Pace pace, int count)
    {
        (_ground, _pace, _count) = (ground, pace, count);
        var delivered = new Delivered();
        var definition = delivered.Find("judge-election")!;
        var today = ParisTime.DayOf(TimeProvider.System.GetUtcNow());
        var inputs = Value.MapOf(("State", Value.Of("MT")),
            ("TermEnds", Value.Of(today.AddDays(DaysToEnd).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        // Whoever opens without a page says of every input that it is left empty.
        var all = definition.Inputs.Where(i => !inputs.Has(i.Name)).Aggregate(inputs, (map, i) => map.With(i.Name, Value.Null));
        _inputs = new JsonObject { ["input"] = JsonNode.Parse(ValueJson.ToJson(all)) };
        var year = new Rehearsal.Rehearsal(delivered.Engine, delivered.Find).Run(definition, inputs, AnswerScript.Empty, today);
        _acts = [.. year.Tasks.Where(t => t.Outcome is not null)];
        Done = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(CarryOutAllAsync)));
        _adopting = Task.Run(AdoptAsync);
    }

    /// <summary>Completes when every election has been answered to its end.</summary>
    public Task Done { get; }

    /// <summary>Elections of which a host has said that they are open.</summary>
    public ConcurrentBag<string> Opened { get; } = [];

    /// <summary>Tasks of which a host has said that they are completed.</summary>
    public ConcurrentBag<string> Completed { get; } = [];

    /// <summary>Answers that were not taken.</summary>
    public ConcurrentBag<string> Refused { get; } = [];

    public int Over => _over;
    public int Unanswered => _unanswered;

    /// <summary>Leaves what is not done as it is.</summary>
    public async Task StopAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(Done, _adopting);
    }

    public void Dispose()
    {
        _browser.Dispose();
        _end.Dispose();
    }

    private async Task CarryOutAllAsync()
    {
        while (!_end.IsCancellationRequested && Interlocked.Increment(ref _begun) is var number && number <= _count)
        {
            while (number > _pace.Of(_count) && !_end.IsCancellationRequested) await Rest.ForAsync(Look);
            string? id = null;
            while (id is null && !_end.IsCancellationRequested) id = await TryAsync(OpenAsync);
            if (id is null) return;
            Opened.Add(id);
            while (!_end.IsCancellationRequested && !await IsOverAsync(id)) await AnswerAsync(id);
            if (!_end.IsCancellationRequested) Interlocked.Increment(ref _over);
        }
    }

    // A host may be killed when it has opened one and before it has said so: somebody finds it in the list.
    private async Task AdoptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            await Rest.ForAsync(Look);
            foreach (var id in await _ground.Database.TryTextsAsync("""
                SELECT id FROM procedures WHERE definition_id = 'judge-election' AND ended_at IS NULL
                    AND opened_at < clock_timestamp() - interval '60 seconds'
                """))
                if (!Opened.Contains(id)) await AnswerAsync(id);
        }
    }

    private async Task<string?> OpenAsync(Uri host)
    {
        using var answer = await _browser.PostAsJsonAsync(
            new Uri(host, "/elsa/api/workflow-definitions/judge-election/dispatch"), _inputs);
        if (answer.StatusCode != HttpStatusCode.OK) return null;
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["workflowInstanceId"]!;
    }

    // What is open is asked of the database: to search the list would be most of the work.
    private async Task<bool> IsOverAsync(string id) => await _ground.Database.TryCountAsync(
        $"SELECT count(*) FROM procedures WHERE id = '{id}' AND ended_at IS NULL") == 0;

    private async Task AnswerAsync(string id)
    {
        var open = await _ground.Database.TryTextsAsync($"""
            SELECT procedure || '/tasks/' || wait || ' ' || step FROM tasks
            WHERE closed_at IS NULL AND NOT is_optional AND (procedure = '{id}' OR procedure LIKE '{id}.%')
            """);
        // A host may be just about to ask.
        if (open.Count == 0) await Rest.ForAsync(Look);
        foreach (var task in open.Select(row => row.Split(' ', 2)))
        {
            var how = await TryAsync(host => AnswerAsync(host, task[0], task[1]));
            if (how == "taken") Completed.Add(task[0]);
            if (how is null or "taken" or "gone") continue;
            Refused.Add($"{task[0]} {task[1]}: {how}");
            await _end.CancelAsync();
        }
    }

    /// <returns>Whether it was taken; null when the host has not said so.</returns>
    private async Task<string?> AnswerAsync(Uri host, string task, string step)
    {
        var path = $"/en/procedures/{task}";
        var page = await _browser.GetStringAsync(new Uri(host, path));
        if (!Token().IsMatch(page)) return "gone";
        var act = _acts.FirstOrDefault(a => a.Step == step);
        var fields = FormPost.Of(act?.Answer ?? Value.Map.Empty, act?.Outcome ?? "Done");
        fields["token"] = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields);
        // Another host than the one that has shown the form may take it.
        using var answer = await _browser.PostAsync(new Uri(Next(), path), form);
        return answer.StatusCode switch
        {
            HttpStatusCode.Redirect => "taken",
            HttpStatusCode.OK => "gone",
            HttpStatusCode.UnprocessableEntity => Problems().Match(await answer.Content.ReadAsStringAsync()).Value,
            _ => null,
        };
    }

    private async Task<string?> TryAsync(Func<Uri, Task<string?>> act)
    {
        try
        {
            return await act(Next());
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or IOException)
        {
            Interlocked.Increment(ref _unanswered);
            await Rest.ForAsync(Look);
            return null;
        }
    }

    private Uri Next() => _ground.Hosts[(int)((uint)Interlocked.Increment(ref _turn) % (uint)_ground.Hosts.Count)].Address;

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("(?s)(?<=class=\"errors\").{0,600}")]
    private static partial Regex Problems();
}
