using Procedures.Execution;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>How the letters of a step become rows: addressees, languages, calendar entries, and what is missing.</summary>
public sealed class LetterWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_contact_gets_the_letter_in_the_languages_that_it_wants_and_the_secretariat_a_copy()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.Both));
        await house.Store.SaveContactAsync(new Contact("SGA", "Secretary", "sga@example.org", ContactLanguage.French));

        await house.OpenAsync(TwoTasks, "p");

        var letters = await house.LettersAsync();
        Assert.Equal(
            [("cdh@example.org", Language.English, false), ("cdh@example.org", Language.French, false),
                ("sga@example.org", Language.French, true)],
            letters.Select(l => (l.Address, l.Language, l.IsCopy)).Order().ToArray());
        Assert.Contains("lundi 1er juin 2026", letters.First(l => l.Language == Language.French).Text, StringComparison.Ordinal);
        Assert.Contains("Monday 1 June 2026", letters.First(l => l.Language == Language.English).Text, StringComparison.Ordinal);
        Assert.Single(letters, l => l.Calendar is not null);
        Assert.All(letters, l => Assert.Null(house.Postman.MessageOf(l).Defect));
        Assert.All(letters, l => Assert.Single(house.Postman.MessageOf(l).Cc));
    }

    [Fact]
    public async Task No_letter_goes_where_somebody_no_longer_is_though_the_host_remembers_him()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "old@example.org", ContactLanguage.English));
        await house.OpenAsync(TwoTasks, "first");

        await house.Store.DeleteContactAsync("CDH", "old@example.org");
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "new@example.org", ContactLanguage.English));
        await house.OpenAsync(TwoTasks, "second");

        var letters = await house.LettersAsync();
        Assert.Equal(["old@example.org"], letters.Where(l => l.ProcedureId == "first").Select(l => l.Address));
        Assert.Equal(["new@example.org"], letters.Where(l => l.ProcedureId == "second").Select(l => l.Address));
    }

    [Fact]
    public async Task A_body_without_a_contact_holds_up_nothing_and_is_shown_to_a_person()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);

        await house.OpenAsync(TwoTasks, "p");

        var letter = Assert.Single(await house.LettersAsync());
        Assert.Equal((LetterState.NotSent, "There is no contact for CDH."), (letter.State, letter.Error.English));
        Assert.Equal(1, (await house.Store.CountAsync(Moves.Start, new DateOnly(2026, 1, 15))).LettersNotSent);
    }

    [Fact]
    public async Task Once_the_contact_is_known_the_letter_is_written_and_leaves()
    {
        var mail = new MailPile();
        await using var house = House.Open(_folder.File("p.db"), _clock, mail);
        await house.OpenAsync(TwoTasks, "p");
        var letter = Assert.Single(await house.LettersAsync());
        Assert.False(await house.Conductor.ReaddressAsync(letter.Id));

        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.English));
        Assert.True(await house.Conductor.ReaddressAsync(letter.Id));
        Assert.False(await house.Conductor.ReaddressAsync(letter.Id));
        await house.SettleAsync();

        Assert.Equal("cdh@example.org", Assert.Single(mail.Received).Recipient.Address);
    }

    [Fact]
    public async Task A_moved_deadline_keeps_its_calendar_entry_and_its_reminders_are_sent_anew()
    {
        var mail = new MailPile();
        await using var house = House.Open(_folder.File("p.db"), _clock, mail);
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.English));
        await house.OpenAsync(TwoTasks, "p");
        _clock.MoveTo(new DateTimeOffset(2026, 5, 18, 12, 0, 0, TimeSpan.Zero));
        await house.SettleAsync();

        await house.Conductor.SendAsync("p", new Stimulus.AnchorMoved(
            "EO", new Deadlines.AnchorValue.Day(new DateOnly(2027, 9, 1)), "session moved"));
        _clock.MoveTo(new DateTimeOffset(2026, 8, 18, 12, 0, 0, TimeSpan.Zero));
        await house.SettleAsync();

        var letters = await house.LettersAsync();
        Assert.Equal(2, letters.Count(l => l.Occasion.StartsWith("before-14", StringComparison.Ordinal)));
        var entries = letters.Where(l => l.Calendar is not null).Select(l => StoredCalendarEntry.Read(l.Calendar!))
            .OrderBy(e => e.Sequence).ToArray();
        Assert.Single(entries.Select(e => e.Uid).Distinct());
        Assert.Equal([1, 2], entries.Select(e => e.Sequence));
        Assert.Equal(new DateOnly(2026, 9, 1), entries[1].Day);
        Assert.Equal(CalendarUid.Of("p", 1, "procedures.example.org"), entries[0].Uid);
    }

    [Fact]
    public async Task A_confidential_title_stands_neither_in_subject_nor_text_nor_calendar()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.Both));
        await house.OpenAsync(Sequence("secret", new { type = "Play.FixDay", id = "f" }, new
        {
            type = "Play.Ask", id = "a", title = Text("Panel opinion"), rule = Text("nlt EO"), confidential = Truth(true),
        }));

        var letters = await house.LettersAsync();
        Assert.Equal(2, letters.Length);
        foreach (var text in letters.SelectMany(l => new[] { l.Subject, l.Text, l.Html, l.Calendar ?? "" }))
            Assert.DoesNotContain("Panel", text, StringComparison.OrdinalIgnoreCase);
    }
}
