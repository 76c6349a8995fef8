using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Procedures.Host.Tests;

/// <summary>
/// The whole promise in one test: a judge is elected through the pages, and the program is killed on the way.
/// </summary>
public sealed class KilledElectionTests
{
    private const int MostTasks = 40;

    // So late that every date of the list is past: the whole year can be answered in one day.
    private static readonly DateOnly TermEnds = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(160);

    [Fact]
    public async Task A_judge_is_elected_although_the_program_is_killed_three_times_on_the_way()
    {
        var host = await HostProcess.StartAsync();
        var id = await OpenAsync(host);
        var answered = 0;
        foreach (var count in (int[])[4, 5, 6])
        {
            answered += await AnswerAsync(host, id, count);
            host = await HostProcess.StartAsync(await host.KillAsync());
        }
        answered += await AnswerAsync(host, id, MostTasks);
        Assert.True(answered > 15, $"Only {answered} tasks were asked.");
        using var reader = ReaderOf(host);
        var file = await reader.PageAsync($"/en/procedures/{id}");
        Assert.Contains("Completed", file.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Anna Alder", file.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await host.DisposeAsync();
    }

    private static PageReader ReaderOf(HostProcess host) => new(new HttpClient { BaseAddress = host.Address });

    private static async Task<string> OpenAsync(HostProcess host)
    {
        using var reader = ReaderOf(host);
        var form = await reader.PageAsync("/en/procedures/new/judge-election");
        using var opened = await reader.SendAsync(form, null,
            ("f.State", "MT"), ("f.TermEnds", TermEnds.ToString("yyyy-MM-dd")), ("recorded-by", "Clara"),
                ("act", "open"));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        return opened.RequestMessage!.RequestUri!.Segments[^1];
    }

    /// <summary>Answers open tasks of the procedure and of its ballot, soonest first.</summary>
    private static async Task<int> AnswerAsync(HostProcess host, string id, int most)
    {
        using var reader = ReaderOf(host);
        for (var answered = 0; answered < most; answered++)
        {
            var tasks = await reader.PageAsync("/en/tasks");
            var link = tasks.Links.Select(l => l.GetAttribute("href")!)
                .FirstOrDefault(h =>
                    h.Contains($"/{id}", StringComparison.Ordinal) && h.Contains("/tasks/", StringComparison.Ordinal));
            if (link is null) return answered;
            var task = await reader.PageAsync(link);
            using var done =
                await reader.SendAsync(task, null, [.. Fields(task), ("recorded-by", "Clara"), ("act", "complete")]);
            Assert.True(done.StatusCode == HttpStatusCode.OK, $"{link}: {await ErrorsAsync(done)}");
        }
        return most;
    }

    private static async Task<string> ErrorsAsync(HttpResponseMessage answer) =>
        (await PageReader.ReadAsync(answer)).QuerySelector(".errors")?.TextContent ?? answer.StatusCode.ToString();

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlDocument task)
    {
        var form = task.Forms.Single(f => f.Method == "post");
        foreach (var group in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").GroupBy(r => r.Name!))
            yield return (group.Key, group.First().Value);
        var votes = 0;
        foreach (var name in form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Distinct())
        {
            if (name.Contains(".votes", StringComparison.Ordinal)) yield return (name, votes++ == 0 ? "120" : "40");
            else if (Plausible(name) is { } value) yield return (name, value);
        }
    }

    private static string? Plausible(string name)
    {
        if (name.EndsWith(".pool", StringComparison.Ordinal)) return "Ada\nBea\nCid\nDan\nEve";
        if (!name.StartsWith("f.candidates.", StringComparison.Ordinal)) return null;
        var (row, part) = (name.Split('.')[2], name.Split('.')[3]);
        if (row is not ("0" or "1" or "2")) return null;
        return part switch
        {
            "name" => row switch { "0" => "Anna Alder", "1" => "Boris Birch", _ => "Carla Cedar" },
            "sex" => row == "1" ? "M" : "F",
            "birthDate" => "1975-05-05",
            "email" => $"candidate-{row}@example.org",
            "language" => null,
            _ => "MT",
        };
    }
}
