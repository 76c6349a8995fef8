using System.Net;
using Procedures.Pages;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>Letters are read as they were written, and what is not known is decided by a person.</summary>
[Collection(PageCollection.Name)]
public sealed class LettersTests(PageHost host)
{
    [Fact]
    public async Task A_letter_shows_its_text_its_identity_and_its_file()
    {
        var letter = await LetterAsync("NL");
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/letters/{LetterKey.Of(letter.Id)}");
        Assert.Equal(letter.Text.ReplaceLineEndings("\n").Trim(),
            page.QuerySelector(".letter")!.TextContent.ReplaceLineEndings("\n").Trim());
        Assert.Contains(letter.Id, page.Body!.TextContent, StringComparison.Ordinal);
        using var file = await reader.Client.GetAsync($"/en/letters/{LetterKey.Of(letter.Id)}/eml");
        Assert.Equal("message/rfc822", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains(letter.Id, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "judge", file.Content.Headers.ContentDisposition!.FileName!, StringComparison.OrdinalIgnoreCase);
        using var html = await reader.Client.GetAsync($"/en/letters/{LetterKey.Of(letter.Id)}/html");
        Assert.Contains("sandbox", html.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sent", LetterState.Sent)]
    [InlineData("again", null)]
    public async Task A_letter_that_is_not_known_waits_for_a_named_person(string act, LetterState? state)
    {
        var letter = await LetterAsync(act == "sent" ? "PL" : "RO");
        var from = (await host.Store.FindLetterAsync(letter.Id))!.State;
        Assert.True(await host.Store.EndLetterAsync(
            letter.Id, from, new LetterEnding(LetterState.NotKnown, host.Clock.Now) { Error = ("Broken.", "Rompu.") }));
        using var reader = host.Reader();
        Assert.Contains("Awaiting your decision", (await reader.PageAsync("/en/letters")).Body!.TextContent,
            StringComparison.Ordinal);
        var page = await reader.PageAsync($"/en/letters/{LetterKey.Of(letter.Id)}");
        using var nameless = await reader.SendAsync(page, act, ("recorded-by", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        using var done = await reader.SendAsync(page, act, ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var after = (await host.Store.FindLetterAsync(letter.Id))!;
        Assert.NotEqual(LetterState.NotKnown, after.State);
        if (state is not null) Assert.Equal((state.Value, "Clara Cedar"), (after.State, after.ResolvedBy));
    }

    [Theory]
    [InlineData("en", "HU", "was no longer true")]
    [InlineData("fr", "IE", "n'était plus vrai")]
    public async Task A_letter_that_was_held_back_says_so_and_asks_nobody_for_anything(string language, string state, string text)
    {
        var letter = await LetterAsync(state);
        Assert.True(await host.Store.EndLetterAsync(letter.Id, (await host.Store.FindLetterAsync(letter.Id))!.State,
            new LetterEnding(LetterState.NotSent, host.Clock.Now) { Error = ("Closed.", "Close."), ResolvedBy = "system" }));
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/letters/{LetterKey.Of(letter.Id)}");
        Assert.Contains(text, page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms, f => f.Method == "post");
    }

    [Theory]
    [InlineData(
        "en", "HR", "could not leave yet: Connection refused.", "Next attempt: Thursday 15 October 2026, 15:00.")]
    [InlineData("fr", "SK", "pu partir : Connexion refusée.", "Prochain essai : jeudi 15 octobre 2026, 15:00.")]
    public async Task While_the_mail_server_is_away_the_list_says_so_and_when_it_is_tried_again(
        string language, string state, string reason, string next)
    {
        var letter = await LetterAsync(state);
        Assert.True(await host.Store.EndLetterAsync(letter.Id, (await host.Store.FindLetterAsync(letter.Id))!.State,
            new LetterEnding(LetterState.Pending, host.Clock.Now)
            {
                Error = ("Connection refused.", "Connexion refusée."), NextAttemptAt = host.Clock.Now.AddHours(3),
            }));
        using var reader = host.Reader();
        var note = (await reader.PageAsync($"/{language}/letters")).QuerySelector(".note.warn")!.TextContent;
        Assert.Contains(reason, note, StringComparison.Ordinal);
        Assert.Contains(next, note, StringComparison.Ordinal);
        var page = await reader.PageAsync($"/{language}/letters/{LetterKey.Of(letter.Id)}");
        Assert.Contains("15:00", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<StoredLetter> LetterAsync(string state)
    {
        var id = await host.OpenElectionAsync(state);
        // The postman of the host is at work; a letter is taken once it has come to its end.
        for (var look = 0; look < 20_000; look++)
        {
            var letters = await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, PageRequest.First);
            if (letters.Items is [var letter, ..]
                && letter.State is not (LetterState.Pending or LetterState.Sending)) return letter;
            await Task.Yield();
        }
        throw new InvalidOperationException($"The letters of {id} were not sent.");
    }
}
