using Procedures.Execution;
using Procedures.Play;
using Procedures.Storage;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// Reminders are collected until half past eight in Paris; later ones wait for the next morning or cannot wait.
/// </summary>
public sealed class ReminderHoursTests : IDisposable
{
    private static readonly LetterSettings Settings = House.LetterSettings with
    {
        CollectedUntil = new TimeOnly(8, 30), Gathering = TimeSpan.FromMinutes(5),
        LinkTo = (procedure, wait) => new Uri($"https://p.example/{procedure}/{wait}"),
    };

    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Reminder", 14, "2026-05-18T06:00:00Z", "2026-05-18T06:30:00Z")]
    [InlineData("Overdue", -7, "2026-05-18T06:00:00Z", "2026-05-18T06:30:00Z")]
    [InlineData("Reminder", 14, "2026-05-18T06:30:00Z", "2026-05-18T06:30:00Z")]
    [InlineData("Reminder", 14, "2026-05-18T06:31:00Z", "2026-05-19T06:30:00Z")]
    [InlineData("Reminder", 4, "2026-05-18T20:00:00Z", "2026-05-19T06:30:00Z")]
    [InlineData("Reminder", 3, "2026-05-18T10:00:00Z", "2026-05-18T10:05:00Z")]
    [InlineData("DueToday", 0, "2026-05-18T10:00:00Z", "2026-05-18T10:05:00Z")]
    [InlineData("Overdue", -7, "2026-05-18T10:00:00Z", "2026-05-18T10:05:00Z")]
    [InlineData("Reminder", 14, "2026-12-18T07:00:00Z", "2026-12-18T07:30:00Z")]
    [InlineData("Task", 14, "2026-05-18T10:00:00Z", null)]
    public void A_reminder_leaves_at_its_hour(string kind, int left, string written, string? leaves)
    {
        var letter = new Letter(Enum.Parse<LetterKind>(kind), "occasion", "CDH") { DaysLeft = left };
        var row = Row(kind, written);
        Assert.Equal(leaves is null ? null : Moment(leaves), ReminderHours.LeavesAt(row, letter, Settings));
    }

    [Theory]
    [InlineData("2026-05-18T06:10:00Z", 14)]
    [InlineData("2026-05-18T12:00:00Z", 13)]
    public void The_days_that_are_left_are_those_of_the_day_on_which_it_leaves(string written, int left)
    {
        var letter = new Letter(LetterKind.Reminder, "reminder-14", "CDH") { DaysLeft = 14 };
        Assert.Equal(left, ReminderHours.AsOfLeaving(Row("Reminder", written), letter, Settings).DaysLeft);
    }

    [Fact]
    public async Task After_a_standstill_the_reminders_of_one_address_are_one_letter_of_the_next_morning()
    {
        var mail = new MailPile();
        await using var house = House.Open(_folder.File("p.db"), _clock, mail, settings: Settings);
        await OpenAsync(house, "a", "b", "c");
        await house.SettleAsync();
        mail.Received.Clear();
        // The program stands still from before eight until two in the afternoon; one procedure is taken up at four
        // only.
        _clock.MoveTo(Moment("2026-05-18T12:00:00Z"));
        Assert.Equal(2, await house.Conductor.DoDueWorkAsync(2));
        await house.Postman.DoPendingAsync();
        _clock.MoveTo(Moment("2026-05-18T14:00:00Z"));
        await house.SettleAsync();
        Assert.Empty(mail.Received);

        _clock.MoveTo(Moment("2026-05-19T06:30:00Z"));
        await house.SettleAsync();

        var letter = Assert.Single(mail.Received);
        Assert.Equal("Reminders of Tuesday 19 May 2026: 3 steps", letter.Subject);
        Assert.Contains("(13 days left)", letter.Text, StringComparison.Ordinal);
        foreach (var id in (string[])["a", "b", "c"])
            Assert.Single((await house.Store.JournalAsync(id, PageRequest.First)).Items,
                e => e.Event == Journal.JournalEvent.Reminded);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_step_that_was_closed_while_its_reminder_waited()
    {
        var mail = new MailPile();
        await using var house = House.Open(_folder.File("p.db"), _clock, mail, settings: Settings);
        var postman = new Postman(house.Store, mail, Settings, _clock, new PostmanOptions
        {
            IsStillAsked = async (row, cancel) =>
                await house.Store.FindTaskAsync(row.ProcedureId, row.Wait, cancel) is { ClosedAt: null },
        });
        await OpenAsync(house, "a", "b");
        await house.SettleAsync();
        _clock.MoveTo(Moment("2026-05-18T06:00:00Z"));
        while (await house.Conductor.DoDueWorkAsync(10) > 0) { }
        await house.Conductor.SendAsync("b", Moves.Answer(await house.TaskAsync("b")));
        mail.Received.Clear();
        _clock.MoveTo(Moment("2026-05-18T06:30:00Z"));

        while (await postman.DoPendingAsync() > 0) { }

        Assert.Contains("Reminder",
            Assert.Single(mail.Received, m => m.Subject.Contains("Reminder", StringComparison.Ordinal)).Subject,
            StringComparison.Ordinal);
        var idle = Assert.Single(await house.LettersAsync(), l => l is { Kind: "Reminder", ProcedureId: "b" });
        Assert.Equal((LetterState.NotSent, "system"), (idle.State, idle.ResolvedBy));
    }

    private static async Task OpenAsync(House house, params string[] ids)
    {
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.English));
        foreach (var id in ids)
            await house.OpenAsync(PlayDefinitions.Sequence($"plain-{id}", new { type = "Play.FixDay", id = "fix" }, new
            {
                type = "Play.Ask", id = "ask", title = PlayDefinitions.Text($"Title of {id}"),
                    body = PlayDefinitions.Text("CDH"),
                rule = PlayDefinitions.Text("nlt EO - 12 mo"), profile = PlayDefinitions.Text("R14"),
            }), id);
    }

    private static StoredLetter Row(string kind, string written) => new()
    {
        Id = "<1@example.org>", ProcedureId = "p", Wait = 1, Occasion = "occasion", Kind = kind, Body = "CDH",
        ContactName = "Committee", Address = "cdh@example.org", Language = Language.English, Subject = "", Text = "",
        Html = "", Logical = "{}", WrittenAt = Moment(written),
    };

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
