using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Procedures.Deadlines;
using Procedures.Letters;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>The election of the Secretary General in 2024, entered through the pages day by day.</summary>
public sealed class SecretaryGeneral2024Tests : IAsyncLifetime
{
    private readonly PageHost _host = new();
    private PageReader _reader = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        _host.Clock.Now = At(new(2023, 8, 28));
        await _host.InitializeAsync();
        _reader = _host.Reader();
    }

    public async Task DisposeAsync()
    {
        _reader.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task From_the_date_of_the_election_to_the_day_in_office()
    {
        await OpenAsync();
        await DoAsync(new(2023, 9, 20), "P2.01", "");
        await DoAsync(new(2023, 10, 16), "P2.02", "");
        foreach (var (name, state, by) in Nominees)
            await DoAsync(new(2024, 1, 10), "P2.03n", "Nominated", ("f.nominee.0.name", name),
                ("f.nominee.0.sex", "M"), ("f.nominee.0.nationality", state), ("f.by", by));
        await DoAsync(new(2024, 1, 11), "P2.03p", "Passed", [.. Persons("candidates")]);
        await DoAsync(new(2024, 1, 31), "P2.04", "");
        await DoAsync(new(2024, 3, 25), "P2.05", "");
        await DoAsync(new(2024, 3, 25), "P2.06", "Consensus",
            ("f.names", string.Join('\n', Nominees.Select(n => n.Name))));
        await DoAsync(new(2024, 6, 14), "P2.08", "");
        await DoAsync(new(2024, 6, 21), "P2.09", "");
        await DoAsync(new(2024, 6, 25), "P2.10", "Opened");
        await BallotAsync([92, 79, 70]);
        await BallotAsync([114, 85, 46]);
        await DoAsync(new(2024, 6, 28), "P7.09", "");
        await DoAsync(new(2024, 9, 18), "P2.11", "In office");

        var page = await _reader.PageAsync($"/fr/procedures/{_id}");
        Assert.Contains("Alain Berset", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Execution.ProcedureStatus.Finished, (await _host.Store.LoadAsync(_id))!.Status);
        await LettersSayAsync();
    }

    private static readonly (string Name, string State, string By)[] Nominees =
    [
        ("Alain Berset", "CH", "Switzerland"), ("Indrek Saar", "EE", "Estonia"), ("Didier Reynders", "BE", "Belgium"),
    ];

    private static IEnumerable<(string, string)> Persons(string field) => Nominees.SelectMany((n, i) =>
        new[] { ($"f.{field}.{i}.name", n.Name), ($"f.{field}.{i}.sex", "M"),
            ($"f.{field}.{i}.nationality", n.State) });

    // Both ballots were held on 25 June, each announced before the next began.
    private async Task BallotAsync(int[] votes)
    {
        var day = new DateOnly(2024, 6, 25);
        await DoAsync(day, "P7.01", "Scheduled", ("f.ballotDay", "25 June 2024"));
        await DoAsync(day, "P7.03", "", ("f.pool", "Member A\nMember B\nMember C\nMember D\nMember E"));
        foreach (var step in new[] { "P7.04", "P7.05", "P7.06" }) await DoAsync(day, step, "");
        await DoAsync(day, "P7.07", "",
            [.. Nominees.Select((n, i) => ($"f.votes.{n.Name}", votes[i].ToString(CultureInfo.InvariantCulture)))]);
        await DoAsync(day, "P7.08", "");
    }

    private async Task LettersSayAsync()
    {
        var letters = new List<StoredLetter>();
        foreach (var row in await FamilyAsync())
            letters.AddRange((await _host.Store.LettersAsync(
                new LetterFilter { ProcedureId = row }, new PageRequest(0, 1000))).Items);
        var subjects = letters.Select(l => l.Subject).Distinct().ToArray();
        foreach (var words in (string[])["Result of the 1st ballot", "Result of the 2nd ballot",
            "[Élection du Secrétaire Général (mandat prenant fin le 17 septembre 2024)] Appel à candidatures"])
            Assert.True(subjects.Any(s => s.Contains(words, StringComparison.Ordinal)), string.Join('\n', subjects));
        // One government alone cannot declare the call closed for all.
        var open = letters.Where(l => l.Text.Contains("the call is closed", StringComparison.Ordinal)
            || l.Text.Contains("/reply/", StringComparison.Ordinal)).Select(l => l.Subject).Distinct();
        Assert.Empty(open);
        Assert.DoesNotContain(subjects, s => s.Contains('{', StringComparison.Ordinal));
        foreach (var letter in letters)
        {
            Assert.DoesNotContain("{", letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("undefined", letter.Text, StringComparison.Ordinal);
        }
    }

    private async Task<IEnumerable<string>> FamilyAsync() =>
        (await _host.Store.ProceduresAsync(new ProcedureFilter(), new PageRequest(0, 100))).Items.Select(p => p.Id);

    private async Task OpenAsync()
    {
        var page = await _reader.PageAsync("/en/procedures/new/secretary-general-election");
        using var review = await _reader.SendAsync(page, "preview",
            ("f.TermEnds", "17 September 2024"), ("recorded-by", "Clara Cedar"));
        var shown = await PageReader.ReadAsync(review);
        Assert.True(review.StatusCode == HttpStatusCode.OK, shown.QuerySelector(".errors")?.TextContent);
        using var opened = await _reader.SendAsync(shown, "open");
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        _id = opened.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private async Task DoAsync(DateOnly day, string step, string outcome, params (string, string)[] fields)
    {
        await GoToAsync(day);
        var (procedure, wait) = await FindAsync(step);
        var page = await _reader.PageAsync($"/en/procedures/{procedure}/tasks/{wait}");
        var chosen = outcome.Length > 0 ? outcome
            : page.QuerySelector("[name=outcome]")?.GetAttribute("value") ?? "";
        (string, string)[] all = [.. fields, ("outcome", chosen), ("recorded-by", "Clara Cedar")];
        using var review = await _reader.SendAsync(page, "review", all);
        var shown = await PageReader.ReadAsync(review);
        Assert.True(review.StatusCode == HttpStatusCode.OK, $"{step}: {shown.QuerySelector(".errors")?.TextContent}");
        using var done = await _reader.SendAsync(shown, "complete");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await WorkAsync();
    }

    private async Task<(string Procedure, int Wait)> FindAsync(string step)
    {
        var asked = new List<string>();
        foreach (var id in await FamilyAsync())
            foreach (var task in await _host.Store.TasksOfAsync(id))
                if (task.ClosedAt is not null) continue;
                else if (task.Step == step) return (id, task.Wait);
                else asked.Add(task.Step);
        throw new InvalidOperationException($"{step} is not asked; {string.Join(", ", asked)} are.");
    }

    private async Task GoToAsync(DateOnly day)
    {
        while (await _host.Store.NextMomentAsync() is { } next && next <= At(day))
        {
            if (next > _host.Clock.Now) _host.Clock.Now = next;
            if (await _host.Conductor.DoDueWorkAsync(100) == 0) break;
        }
        if (At(day) > _host.Clock.Now) _host.Clock.Now = At(day);
    }

    private async Task WorkAsync()
    {
        while (await _host.Conductor.DoDueWorkAsync(100) > 0) { }
    }

    private static DateTimeOffset At(DateOnly day) => ParisTime.At(day, new TimeOnly(10, 0));
}
