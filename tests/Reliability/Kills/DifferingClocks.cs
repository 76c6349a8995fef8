using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Procedures.Reliability.Kills;

/// <summary>
/// Two hosts whose clocks are fourteen minutes apart. What falls due in twenty seconds is done after twenty seconds,
/// whichever of them works, and letters and pages show the time of the database.
/// </summary>
internal static partial class DifferingClocks
{
    private const string Name = "Hosts whose clocks are wrong by minutes";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Much less than a clock is wrong by, and enough for a machine with much to do.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    public static Outcome Run(TextWriter progress)
    {
        if (WrongClock.Library is not null) return Task.Run(() => RunAsync(progress)).GetAwaiter().GetResult();
        return new Outcome([new Figure(Name, 0, 0, 0, "not tried: libfaketime is not installed", TimeSpan.Zero)], []);
    }

    private static async Task<Outcome> RunAsync(TextWriter progress)
    {
        var watch = Stopwatch.StartNew();
        var plan = new KillPlan(3, OnPostgres: true, Hosts: 2, Procedures: 0) { ClockMinutes = [7, -7] };
        await using var ground = await KillGround.PrepareAsync(plan);
        var (fast, slow) = (ground.Hosts[0], ground.Hosts[1]);
        var (broken, late) = (new List<string>(), new List<double>());
        var begin = await NowAsync(ground);

        broken.AddRange(await WrongClock.OtherwiseThanAsync(plan.ClockMinutes, ground.Hosts));
        await TryAsync("both hosts", fast);
        await fast.KillAsync();
        await TryAsync("the slow host alone", slow);
        await fast.StartAsync();
        await slow.KillAsync();
        var id = await TryAsync("the fast host alone", fast);
        await slow.StartAsync();

        if (await TimesAsync(fast, id) != await TimesAsync(slow, id)) broken.Add("The pages of the two hosts show other times");
        var end = await NowAsync(ground);
        // A Date header has whole seconds.
        broken.AddRange(ground.Dates().Where(d => d < begin.AddSeconds(-1) || d > end.AddSeconds(1))
            .Select(d => $"A letter is dated {d:O}, and the run was from {begin:O} to {end:O}"));
        broken.AddRange(await Moments.OutsideAsync(ground.Database, begin));
        return new Outcome(
            [
                new Figure(Name, late.Count, late.Count, broken.Count == 0 ? 0 : 1, string.Create(CultureInfo.InvariantCulture,
                    $"+7 and −7 minutes: both, the slow one alone, the fast one alone; twenty seconds by the database's clock were over {late.Min():F1} to {late.Max():F1} s before it was seen done; {ground.Dates().Length} letters"),
                    watch.Elapsed),
            ],
            [.. broken.Select(what => new Finding("clocks", "two hosts", what))]);

        async Task<string> TryAsync(string who, HostChild host)
        {
            var opened = await OpenAsync(host);
            var due = await OpenedAtAsync(ground, opened) + Wait;
            while (await ground.Database.CountAsync($"SELECT count(*) FROM procedures WHERE id = '{opened}' AND ended_at IS NULL") > 0
                && await NowAsync(ground) < due + Patience) await Rest.ForAsync(Look);
            var lateness = await NowAsync(ground) - due;
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {who}: {lateness.TotalSeconds:F1} s after it was due"));
            if (lateness < TimeSpan.Zero || lateness > Slack) broken.Add($"With {who} it was done {lateness} after it was due");
            late.Add(lateness.TotalSeconds);
            return opened;
        }
    }

    private static async Task<DateTimeOffset> NowAsync(KillGround ground) => Moments.Read(
        (await ground.Database.TextsAsync($"SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', '{Moments.Form}')")).Single());

    private static async Task<DateTimeOffset> OpenedAtAsync(KillGround ground, string id) => Moments.Read(
        (await ground.Database.TextsAsync(
            $"SELECT to_char(opened_at AT TIME ZONE 'UTC', '{Moments.Form}') FROM procedures WHERE id = '{id}'")).Single());

    private static async Task<string> OpenAsync(HostChild host)
    {
        using var browser = new HttpClient();
        using var answer = await browser.PostAsJsonAsync(
            new Uri(host.Address, "/elsa/api/workflow-definitions/clock/dispatch"), new JsonObject());
        answer.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["workflowInstanceId"]!;
    }

    private static async Task<string> TimesAsync(HostChild host, string id)
    {
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(new Uri(host.Address, $"/en/procedures/{id}"));
        return string.Join('\n', Time().Matches(page).Select(m => m.Value));
    }

    [GeneratedRegex("[0-9]{1,2}:[0-9]{2}|[0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2}")]
    private static partial Regex Time();
}
