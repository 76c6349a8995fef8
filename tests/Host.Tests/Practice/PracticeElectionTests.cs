using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Procedures.Host.Tests;

namespace Procedures.Practice;

/// <summary>
/// The election of the Secretary General in 2024 in the real program, as a secretariat enters it: one page after the
/// other, the clock moved from the banner, nothing looked up but what stands on a page or in a letter.
/// </summary>
public sealed class PracticeElectionTests : IDisposable
{
    private static readonly (string Name, string State, string By)[] Nominees =
    [
        ("Alain Berset", "CH", "Switzerland"), ("Indrek Saar", "EE", "Estonia"), ("Didier Reynders", "BE", "Belgium"),
    ];

    private PageReader _reader = null!;
    private string _file = "";

    public void Dispose() => _reader?.Dispose();

    [Fact]
    public async Task The_secretary_general_of_2024_is_elected_day_by_day_in_the_real_program()
    {
        await using var host = await HostProcess.StartAsync(null, "--practice=2023-08-28");
        _reader = new PageReader(new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false, CookieContainer = new CookieContainer(),
        })
        { BaseAddress = host.Address });
        await OpenAsync();
        await NominateAsync();
        await DoAsync("31 January 2024", "P2.04", "");
        await DoAsync("25 March 2024", "P2.05", "");
        await DoAsync("", "P2.06", "Consensus", ("f.names", string.Join('\n', Nominees.Select(n => n.Name))));
        await DoAsync("14 June 2024", "P2.08", "");
        await DoAsync("21 June 2024", "P2.09", "");
        await DoAsync("25 June 2024", "P2.10", "Opened");
        await BallotAsync(92, 79, 70);
        await BallotAsync(114, 85, 46);
        await DoAsync("28 June 2024", "P7.09", "");
        await DoAsync("18 September 2024", "P2.11", "In office");

        var page = await _reader.PageAsync(_file.Replace("/en/", "/fr/", StringComparison.Ordinal));
        Assert.Equal("Exercice. Nous sommes le mercredi 18 septembre 2024", Banner.TextOf(page));
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Alain Berset", text, StringComparison.Ordinal);
        Assert.Contains("mardi 25 juin 2024", text, StringComparison.Ordinal);
        Assert.Contains("Achevée", text, StringComparison.Ordinal);
        _reader.Dispose();
        var files = Directory.GetFiles(Path.Combine(host.Data, "letters"), "*.eml");
        var letters = string.Join('\n', files.Select(f => File.ReadAllText(f, Encoding.UTF8)));
        Assert.Contains("Date: Wed, 31 Jan 2024", letters, StringComparison.Ordinal);
        Assert.DoesNotContain("Date: Sun, 22 Nov 2026", letters, StringComparison.Ordinal);
    }

    private async Task OpenAsync()
    {
        var page = await _reader.PageAsync("/en/procedures/new/secretary-general-election");
        using var review = await _reader.SendAsync(
            page, "preview", ("f.TermEnds", "17 September 2024"), ("recorded-by", "Clara Cedar"));
        using var opened = await _reader.SendAsync(await PageReader.ReadAsync(review), "open");
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        _file = opened.Headers.Location!.OriginalString;
    }

    private async Task NominateAsync()
    {
        await DoAsync("20 September 2023", "P2.01", "");
        await DoAsync("16 October 2023", "P2.02", "");
        foreach (var (name, state, by) in Nominees)
            await DoAsync("10 January 2024", "P2.03n", "Nominated", ("f.nominee.0.name", name),
                ("f.nominee.0.sex", "M"),
                ("f.nominee.0.nationality", state), ("f.by", by));
        await DoAsync("11 January 2024", "P2.03p", "Passed", [.. Nominees.SelectMany((n, i) => new[]
        {
            ($"f.candidates.{i}.name", n.Name), ($"f.candidates.{i}.sex", "M"),
                ($"f.candidates.{i}.nationality", n.State),
        })]);
    }

    private async Task BallotAsync(params int[] votes)
    {
        await DoAsync("", "P7.01", "Scheduled", ("f.ballotDay", "25 June 2024"));
        await DoAsync("", "P7.03", "", ("f.pool", "Member A\nMember B\nMember C\nMember D\nMember E"));
        foreach (var step in new[] { "P7.04", "P7.05", "P7.06" }) await DoAsync("", step, "");
        await DoAsync("", "P7.07", "",
            [.. Nominees.Select((n, i) => ($"f.votes.{n.Name}", votes[i].ToString(CultureInfo.InvariantCulture)))]);
        await DoAsync("", "P7.08", "");
    }

    private async Task DoAsync(string day, string step, string outcome, params (string, string)[] fields)
    {
        if (day.Length > 0) await GoToAsync(day);
        var page = await FindAsync(_file, step) ?? throw new InvalidOperationException($"{step} is not asked.");
        var chosen = outcome.Length > 0 ? outcome : page.QuerySelector("[name=outcome]")?.GetAttribute("value") ?? "";
        using var review = await _reader.SendAsync(
            page, "review", [.. fields, ("outcome", chosen), ("recorded-by", "Clara Cedar")]);
        var shown = await PageReader.ReadAsync(review);
        Assert.True(review.StatusCode == HttpStatusCode.OK, $"{step}: {shown.QuerySelector(".errors")?.TextContent}");
        using var done = await _reader.SendAsync(shown, "complete");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private async Task GoToAsync(string day)
    {
        var page = await _reader.PageAsync("/en/tasks");
        if (Banner.TextOf(page)!.EndsWith(day, StringComparison.Ordinal)) return;
        using var answer = await Banner.PressAsync(_reader, page, "date", day);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (page = await _reader.PageAsync("/en/practice"); page.QuerySelector("progress") is not null;
            page = await _reader.PageAsync("/en/practice"))
            await timer.WaitForNextTickAsync();
        Assert.EndsWith(day, Banner.TextOf(page)!, StringComparison.Ordinal);
    }

    // The page of a step, found from the file of the procedure or of what it has opened.
    private async Task<IHtmlDocument?> FindAsync(string file, string step)
    {
        var page = await _reader.PageAsync(file);
        var links = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href") ?? "").Distinct().ToArray();
        foreach (var link in links.Where(l => l.StartsWith($"{file}/tasks/", StringComparison.Ordinal)))
        {
            var task = await _reader.PageAsync(link);
            // Texts of neighbours stand side by side without a space.
            var text = Regex.Replace(task.QuerySelector("main")!.InnerHtml, "<[^>]+>", " ");
            if (Regex.IsMatch(text, $@"\b{Regex.Escape(step)}\b")) return task;
        }
        var children = links.Where(l => l.StartsWith($"{file}.", StringComparison.Ordinal))
            .Where(l => !l.Contains("/tasks/", StringComparison.Ordinal));
        foreach (var child in children)
            if (await FindAsync(child, step) is { } found) return found;
        return null;
    }
}
