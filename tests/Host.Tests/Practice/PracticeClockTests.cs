using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Deadlines;
using Procedures.Host.Tests;
using Procedures.Storage;

namespace Procedures.Practice;

/// <summary>
/// The clock of a practice is moved from the banner of every page, and does on its way what falls due.
/// </summary>
public sealed class PracticeClockTests : IAsyncLifetime
{
    private PracticeHost _host = null!;
    private PageReader _reader = null!;

    public async Task InitializeAsync()
    {
        _host = await PracticeHost.StartAsync();
        _reader = _host.Reader();
    }

    public async Task DisposeAsync()
    {
        _reader.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("en", "Practice. Today is Friday 1 September 2023")]
    [InlineData("fr", "Exercice. Nous sommes le vendredi 1er septembre 2023")]
    public async Task Every_page_says_that_it_is_a_practice_and_which_day_it_is(string language, string words)
    {
        var id = await _host.OpenElectionAsync();
        foreach (var path in (string[])["procedures", "tasks", "letters", "mandates", "part-sessions", "contacts",
            "definitions", "practice", "templates", $"procedures/{id}", $"procedures/{id}/year",
            $"procedures/{id}/happened", "procedures/new/judge-election"])
            Assert.Equal(words, Banner.TextOf(await _reader.PageAsync($"/{language}/{path}")));
        using var nowhere = await _reader.Client.GetAsync($"/{language}/nowhere");
        Assert.Equal(words, Banner.TextOf(await PageReader.ReadAsync(nowhere)));
    }

    [Fact]
    public async Task The_next_day_is_one_day_on_and_leads_back_to_the_page_that_was_shown()
    {
        var page = await Banner.MoveAsync(_reader, await _reader.PageAsync("/en/tasks?body=SGA"), "day");
        Assert.Equal("Practice. Today is Saturday 2 September 2023", Banner.TextOf(page));
        Assert.Equal("Tasks", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(ParisTime.At(new(2023, 9, 2), new(10, 0)), _host.Moves.Now);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_moves_the_clock_once()
    {
        var page = await _reader.PageAsync("/en/tasks");
        await Banner.MoveAsync(_reader, page, "day");
        using var again = await Banner.PressAsync(_reader, page, "day");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(new DateOnly(2023, 9, 2), _host.Moves.Today);
    }

    [Theory]
    [InlineData("31 August 2023", "The clock never goes back")]
    [InlineData("1 September 2023", "The clock never goes back")]
    [InlineData("soon", "“soon” is not a day. Write it as 15 October 2026")]
    [InlineData("1 September 2999", "The calendar ends with 2100")]
    public async Task A_date_that_cannot_be_is_refused_and_the_clock_stands(string to, string words)
    {
        using var answer = await Banner.PressAsync(_reader, await _reader.PageAsync("/en/tasks"), "date", to);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await PageReader.ReadAsync(answer);
        Assert.Contains(words, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(to, page.QuerySelector("#f-to")!.GetAttribute("value"));
        Assert.Equal("/en/tasks", page.QuerySelector("main p a")!.GetAttribute("href"));
        Assert.Equal(new DateOnly(2023, 9, 1), _host.Moves.Today);
    }

    [Fact]
    public async Task With_nothing_ahead_there_is_no_next_thing_due()
    {
        using var answer = await Banner.PressAsync(_reader, await _reader.PageAsync("/fr/tasks"), "due");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Rien n'est prévu",
            (await PageReader.ReadAsync(answer)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_thing_due_is_done_when_the_page_answers()
    {
        var id = await _host.OpenElectionAsync();
        await _host.Moves.SettleAsync();
        var due = await _host.Moves.NextDueAsync();
        var page = await Banner.MoveAsync(_reader, await _reader.PageAsync($"/en/procedures/{id}"), "due");
        var day = ParisTime.DayOf(due!.Value);
        Assert.Equal($"Practice. Today is {DateText.Long(day).English}", Banner.TextOf(page));
        Assert.Contains(await LettersAsync(id), l => l.WrittenAt == due && l.State == LetterState.Sent);
        Assert.True(await _host.Moves.NextDueAsync() > _host.Moves.Now);
    }

    [Fact]
    public async Task A_year_of_silence_passes_in_the_order_of_its_days()
    {
        var id = await _host.OpenElectionAsync();
        var page = await _reader.PageAsync($"/en/procedures/{id}");
        using var answer = await Banner.PressAsync(_reader, page, "date", "1 September 2024");
        await _host.Moves.Last!.Done;
        Assert.False(_host.Moves.Last.HasFailed);
        Assert.Equal(new DateOnly(2024, 9, 1), _host.Moves.Today);
        var moments = (await _host.Store.JournalAsync(id, new PageRequest(0, 1000))).Items.Select(e => e.At).ToArray();
        Assert.Equal(moments.Order(), moments);
        var letters = await LettersAsync(id);
        // A reminder that falls at eight is written at eight of its own day, not on the day that was aimed at.
        Assert.Contains(letters, l => l.WrittenAt == ParisTime.At(ParisTime.DayOf(l.WrittenAt), new(8, 0)));
        Assert.True(letters.Select(l => ParisTime.DayOf(l.WrittenAt)).Distinct().Count() > 5);
        Assert.DoesNotContain(letters, l => l.State is LetterState.Pending or LetterState.Sending);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_host.Folder, "letters"), "*.eml"));
    }

    [Fact]
    public async Task The_designer_s_interface_sees_the_same_clock()
    {
        var id = await _host.OpenElectionAsync();
        using var answer = await _reader.Client.GetAsync($"/elsa/api/workflow-instances/{id}");
        Assert.Contains("2023-09-01T08:00:00", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<StoredLetter>> LettersAsync(string id) =>
        (await _host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, new PageRequest(0, 1000))).Items;
}
