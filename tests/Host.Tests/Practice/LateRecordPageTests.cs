using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Host.Tests;
using Procedures.Runtime;

namespace Procedures.Practice;

/// <summary>The observers of a ballot were named in time, and the clerk records it when the right has lapsed.</summary>
public sealed class LateRecordPageTests : IAsyncLifetime
{
    private PracticeHost _host = null!;
    private PageReader _reader = null!;
    private string _id = "";
    private int _wait;
    private DateOnly _last;

    public async Task InitializeAsync()
    {
        _host = await PracticeHost.StartAsync();
        _reader = _host.Reader();
        var conductor = _host.Parts.GetRequiredService<Conductor>();
        var inputs = Value.MapOf(("Post", Value.Of("judge")), ("PostFr", Value.Of("juge")),
            ("PartSession", Value.Of("part(2023,4)")),
            ("Candidates", Value.Of(new[] { "Anna Alder", "Boris Birch" }.Select(Value (n) => Value.Of(n)))));
        var opening = await conductor.OpenAsync("assembly-ballot", new OpeningRequest(inputs, "Clara Cedar"));
        _id = opening.ProcedureId!;
        await AnswerAsync("P7.01", "Scheduled");
        var asked = (await _host.Store.LoadAsync(_id))!.Waits.Single(w => w.Assignment?.Step == "P7.02");
        (_wait, _last) = (asked.Id, asked.Timetable!.LastDay!.Value);
        await MoveAsync(_last.AddDays(3));
    }

    public async Task DisposeAsync()
    {
        _reader.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_file_offers_it_the_form_shows_what_follows_and_the_step_counts_as_done_in_time()
    {
        var file = await _reader.PageAsync($"/en/procedures/{_id}");
        var link = file.QuerySelector($"a[href$='/happened/in-time-{_wait}']");
        Assert.Equal("It was done in time", link!.TextContent);
        Assert.Contains("Fait à temps malgré tout",
            (await _reader.PageAsync($"/fr/procedures/{_id}/happened/in-time-{_wait}")).Title, StringComparison.Ordinal);
        var form = await _reader.PageAsync(link.GetAttribute("href")!);
        using var review = await _reader.SendAsync(form, "review", Fields(_last));
        var shown = await PageReader.ReadAsync(review);
        Assert.True(review.StatusCode == HttpStatusCode.OK, shown.QuerySelector(".errors")?.TextContent);
        Assert.Contains("done in time", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var applied = await _reader.SendAsync(shown, "apply");
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);

        var row = (await _host.Store.TasksOfAsync(_id)).Single(t => t.Wait == _wait);
        Assert.Equal(("Notified", _last), (row.Outcome, row.DecidedOn));
        Assert.Empty((await _host.Store.LoadAsync(_id))!.Passed);
        var after = await _reader.PageAsync($"/en/procedures/{_id}");
        Assert.Null(after.QuerySelector("#passed"));
        Assert.Contains("Notified to the President", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The letter lay on a desk", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_day_is_refused_with_the_reason()
    {
        var form = await _reader.PageAsync($"/fr/procedures/{_id}/happened/in-time-{_wait}");
        using var review = await _reader.SendAsync(form, "review", Fields(_last.AddDays(1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, review.StatusCode);
        var errors = (await PageReader.ReadAsync(review)).QuerySelector(".errors")!.TextContent;
        Assert.Contains("tardif", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_have_done_beside_it_stays_and_is_in_nobody_s_way()
    {
        await AnswerAsync("P7.03", null);
        var form = await _reader.PageAsync($"/en/procedures/{_id}/happened/in-time-{_wait}");
        using var review = await _reader.SendAsync(form, "review", Fields(_last));
        using var applied = await _reader.SendAsync(await PageReader.ReadAsync(review), "apply");
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        var tasks = await _host.Store.TasksOfAsync(_id);
        Assert.Equal("Notified", tasks.Single(t => t.Wait == _wait).Outcome);
        Assert.Equal("Drawn", tasks.Single(t => t.Step == "P7.03").Outcome);
        Assert.Null(tasks.Single(t => t.Step == "P7.04").ClosedAt);
    }

    [Theory]
    [InlineData("en", "asked only because the last day had passed")]
    [InlineData("fr", "que parce que le délai avait expiré")]
    public async Task What_was_done_because_of_it_stands_in_the_way_and_the_page_says_so(string language, string reason)
    {
        var opening = await _host.Parts.GetRequiredService<Conductor>().OpenAsync("commissioner-election",
            new OpeningRequest(Value.MapOf(("TermEnds", Value.Of("2024-10-31"))), "Clara Cedar"));
        _id = opening.ProcedureId!;
        await AnswerAsync("P6.01", null);
        var call = (await _host.Store.LoadAsync(_id))!.Waits.Single(w => w.Assignment?.Step == "P6.02");
        await MoveAsync(call.Timetable!.LastDay!.Value.AddDays(2));
        await AnswerAsync("P6.02c", null);
        var page = await _reader.PageAsync($"/{language}/procedures/{_id}/happened");
        Assert.Null(page.QuerySelector($"a[href*=in-time-{call.Id}]"));
        Assert.Contains(reason, page.QuerySelector("ul[aria-labelledby=passed]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound,
            (await _reader.Client.GetAsync($"/{language}/procedures/{_id}/happened/in-time-{call.Id}")).StatusCode);
    }

    private static (string, string)[] Fields(DateOnly day) =>
    [
        ("f.taken-on", $"{day:yyyy-MM-dd}"), ("f.taken-outcome", "Notified"), ("f.step-observers", "Group one: Dora Dogwood"),
        ("f.reason", "The letter lay on a desk"), ("recorded-by", "Clara Cedar"),
    ];

    // On a busy computer the page comes back before the clock stands.
    private async Task MoveAsync(DateOnly day)
    {
        await Banner.MoveAsync(_reader, await _reader.PageAsync("/en/tasks"), "date", $"{day:yyyy-MM-dd}");
        await _host.Moves.Last!.Done;
    }

    private async Task AnswerAsync(string step, string? outcome)
    {
        var asked = (await _host.Store.LoadAsync(_id))!.Waits.Single(w => w.Assignment?.Step == step);
        var form = step == "P7.03"
            ? Value.MapOf(("pool", Value.Of("ABCDE".Select(Value (c) => Value.Of($"Member {c}")))))
            : step == "P6.02c" ? Value.MapOf(("candidates", Value.Of(new[] { "Anna Alder", "Boris Birch", "Dora Dogwood" }
                .Select(Value (n) => Value.MapOf(("name", Value.Of(n)), ("sex", Value.Of("F")),
                    ("birthDate", Value.Of("1970-05-20")), ("nationality", Value.Of("EE")))))))
            : Value.Map.Empty;
        var taken = await _host.Parts.GetRequiredService<Conductor>().SendAsync(_id, new Stimulus.TaskCompleted(
            asked.Id, outcome ?? asked.Assignment!.Outcomes[0].Name, form) { Actor = "Clara Cedar" });
        Assert.True(taken.Refusal is null, taken.Refusal?.English);
    }
}
