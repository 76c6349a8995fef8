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
        await Banner.MoveAsync(_reader, await _reader.PageAsync("/en/tasks"), "date", $"{_last.AddDays(3):yyyy-MM-dd}");
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
    public async Task When_a_person_has_gone_on_the_page_says_why_it_is_too_late()
    {
        await AnswerAsync("P7.03", null);
        var page = await _reader.PageAsync($"/en/procedures/{_id}/happened");
        Assert.Null(page.QuerySelector("a[href*=in-time]"));
        var reasons = page.QuerySelector("ul[aria-labelledby=passed]")!.TextContent;
        Assert.Contains("Draw four tellers by lot", reasons, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound,
            (await _reader.Client.GetAsync($"/en/procedures/{_id}/happened/in-time-{_wait}")).StatusCode);
    }

    private static (string, string)[] Fields(DateOnly day) =>
    [
        ("f.taken-on", $"{day:yyyy-MM-dd}"), ("f.taken-outcome", "Notified"), ("f.step-observers", "Group one: Dora Dogwood"),
        ("f.reason", "The letter lay on a desk"), ("recorded-by", "Clara Cedar"),
    ];

    private async Task AnswerAsync(string step, string? outcome)
    {
        var asked = (await _host.Store.LoadAsync(_id))!.Waits.Single(w => w.Assignment?.Step == step);
        var form = step == "P7.03"
            ? Value.MapOf(("pool", Value.Of("ABCDE".Select(Value (c) => Value.Of($"Member {c}")))))
            : Value.Map.Empty;
        var taken = await _host.Parts.GetRequiredService<Conductor>().SendAsync(_id, new Stimulus.TaskCompleted(
            asked.Id, outcome ?? asked.Assignment!.Outcomes[0].Name, form) { Actor = "Clara Cedar" });
        Assert.True(taken.Refusal is null, taken.Refusal?.English);
    }
}
