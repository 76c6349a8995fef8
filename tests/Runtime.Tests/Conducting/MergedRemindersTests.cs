using Procedures.Execution;
using Procedures.Journal;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// Several reminders to one address on one day are one letter; each keeps its row, its journal entry, its secret.
/// </summary>
public sealed class MergedRemindersTests : IDisposable
{
    private static readonly DateTimeOffset ReminderDay = new(2026, 5, 18, 6, 0, 0, TimeSpan.Zero);
    private static readonly Bilingual Reason = ("Because.", "Parce que.");
    private static readonly LetterSettings Settings = House.LetterSettings with
    {
        LinkTo = (procedure, wait) => new Uri($"https://p.example/{procedure}/{wait}"),
    };

    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reminders_of_three_procedures_leave_in_one_letter_with_a_row_and_a_journal_entry_each()
    {
        var (house, mail) = await ThreeAsync();
        await using var _ = house;

        await RemindAsync(house);

        var message = Assert.Single(mail.Received);
        Assert.Equal("Reminders of Monday 18 May 2026: 3 steps", message.Subject);
        Assert.Equal(["cdh@example.org"], message.ShownTo.Select(m => m.Address));
        Assert.Null(message.Defect);
        var rows = await RemindersAsync(house);
        Assert.Equal(3, rows.Length);
        Assert.All(rows, r => Assert.Equal((LetterState.Sent, message.MessageId), (r.State, r.Merged)));
        Assert.Equal(3, rows.Select(r => r.Id).Append(message.MessageId).Distinct().Count() - 1);
        foreach (var row in rows)
        {
            Assert.Contains(row.Subject, message.Text, StringComparison.Ordinal);
            Assert.Contains($"<https://p.example/{row.ProcedureId}/1>", message.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"https://p.example/{row.ProcedureId}/1\"", message.Html, StringComparison.Ordinal);
            var journal = await house.Store.JournalAsync(row.ProcedureId, PageRequest.First);
            Assert.Single(journal.Items, e => e.Event == JournalEvent.Reminded);
        }
    }

    [Fact]
    public async Task Each_language_is_a_letter_of_its_own()
    {
        var (house, mail) = await ThreeAsync(ContactLanguage.Both);
        await using var _ = house;

        await RemindAsync(house);

        Assert.Equal(["Rappels du lundi 18 mai 2026\u00A0: 3 étapes", "Reminders of Monday 18 May 2026: 3 steps"],
            mail.Received.Select(m => m.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_single_reminder_goes_as_it_is_and_announcements_are_never_joined()
    {
        var mail = new MailPile();
        await using var house = House.Open(_folder.File("p.db"), _clock, mail);
        await house.Store.SaveContactAsync(Contact("CDH"));
        await house.OpenAsync(Plain("a"), "a");
        await house.OpenAsync(Plain("a"), "b");
        await house.SettleAsync();
        Assert.Equal(2, mail.Received.Count);
        await AnswerAsync(house, "b");
        mail.Received.Clear();

        await RemindAsync(house);

        Assert.StartsWith("[Election Estonia] Reminder", Assert.Single(mail.Received).Subject,
            StringComparison.Ordinal);
        Assert.All(await RemindersAsync(house), r => Assert.Null(r.Merged));
    }

    [Fact]
    public async Task A_confidential_reminder_travels_only_with_confidential_ones_of_its_body_and_is_never_named()
    {
        var mail = new MailPile();
        await using var house = House.Open(_folder.File("p.db"), _clock, mail, settings: Settings);
        foreach (var body in (string[])["CDH", "PANEL"]) await house.Store.SaveContactAsync(Contact(body));
        foreach (var (id, body, secret) in ((string, string, bool)[])
            [("a", "CDH", false), ("b", "PANEL", false), ("c", "CDH", true), ("d", "CDH", true), ("e", "PANEL", true)])
            await house.OpenAsync(Plain(id, body, secret), id);
        await house.SettleAsync();
        mail.Received.Clear();

        await RemindAsync(house);

        var groups = (await RemindersAsync(house)).GroupBy(r => r.Merged ?? r.Id)
            .Select(g => string.Concat(g.Select(r => r.ProcedureId).Order())).Order().ToArray();
        Assert.Equal(["ab", "cd", "e"], groups);
        var secrets = mail.Received.Where(m => !m.Text.Contains("Title of a", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, secrets.Length);
        foreach (var message in secrets)
            Assert.DoesNotContain("Title of", message.Subject + message.Text + message.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_decides_about_one_of_them_holds_for_all_and_the_letter_keeps_its_identity()
    {
        Delivery answer = new Delivery.NotKnown(Reason);
        var (house, mail) = await ThreeAsync(answer: _ => answer);
        await using var _ = house;
        await RemindAsync(house);
        var rows = await RemindersAsync(house);
        Assert.All(rows, r => Assert.Equal(LetterState.NotKnown, r.State));
        answer = new Delivery.Sent("250 ok");

        Assert.True(await house.Postman.ResolveNotKnownAsync(rows[1].Id, NotKnownResolution.Resend, "Clerk"));
        Assert.False(await house.Postman.ResolveNotKnownAsync(rows[0].Id, NotKnownResolution.Resend, "Clerk"));
        await house.SettleAsync();

        Assert.Equal(2, mail.Received.Count);
        Assert.Single(mail.Received.Select(m => (m.MessageId, m.Text)).Distinct());
        Assert.All(await RemindersAsync(house), r =>
            Assert.Equal((LetterState.Sent, "Clerk"), (r.State, r.ResolvedBy)));
    }

    [Fact]
    public async Task A_letter_that_is_offered_again_is_the_same_letter_and_later_reminders_do_not_join_it()
    {
        var refuse = true;
        var (house, mail) = await ThreeAsync(
            answer: _ => refuse ? new Delivery.NotSent(Reason, Permanent: false, "MAIL") : new Delivery.Sent("250"));
        await using var _ = house;
        await RemindAsync(house);
        refuse = false;
        _clock.Move(TimeSpan.FromDays(20));
        await house.SettleAsync();

        Assert.Equal(mail.Received[0].MessageId,
            Assert.Single(mail.Received.Skip(1), m => m.Text == mail.Received[0].Text).MessageId);
        var rows = await RemindersAsync(house);
        Assert.Equal(3, rows.Count(r => r.Merged == mail.Received[0].MessageId));
        Assert.All(rows, r => Assert.Equal(LetterState.Sent, r.State));
    }

    [Theory]
    [InlineData(CrashPoint.AfterLetterMarked, 0)]
    [InlineData(CrashPoint.AfterLetterCarried, 1)]
    public async Task A_crash_leaves_all_of_them_not_known_and_nothing_is_sent_again_by_itself(CrashPoint at,
        int carried)
    {
        var (house, mail) = await ThreeAsync();
        await house.DisposeAsync();
        var crash = new StopOn(at);
        _clock.MoveTo(ReminderDay);
        var dying = House.Open(_folder.File("p.db"), _clock, mail, crash, Settings);
        await Assert.ThrowsAsync<StoppedDead>(dying.SettleAsync);
        await dying.DisposeAsync();
        await using var again = House.Open(_folder.File("p.db"), _clock, mail, settings: Settings);

        await again.SettleAsync();

        Assert.Equal(carried, mail.Received.Count);
        var rows = await RemindersAsync(again);
        Assert.All(rows, r => Assert.Equal(LetterState.NotKnown, r.State));
        Assert.Single(rows.Select(r => r.Merged).Distinct());
    }

    [Fact]
    public async Task A_reminder_waits_a_moment_for_those_that_are_written_after_it()
    {
        var mail = new MailPile();
        await using var house = House.Open(
            _folder.File("p.db"), _clock, mail, settings: Settings with { Gathering = TimeSpan.FromMinutes(5) });
        await house.Store.SaveContactAsync(Contact("CDH"));
        foreach (var id in (string[])["a", "b"]) await house.OpenAsync(Plain(id), id);
        await house.SettleAsync();
        mail.Received.Clear();
        _clock.MoveTo(ReminderDay);
        Assert.Equal(1, await house.Conductor.DoDueWorkAsync(1));
        await house.Postman.DoPendingAsync();
        Assert.Empty(mail.Received);
        _clock.Move(TimeSpan.FromMinutes(2));
        await house.Conductor.DoDueWorkAsync(10);
        _clock.Move(TimeSpan.FromMinutes(3));

        await house.SettleAsync();

        Assert.Contains("2 steps", Assert.Single(mail.Received).Subject, StringComparison.Ordinal);
    }

    private async Task<(House House, MailPile Mail)> ThreeAsync(
        ContactLanguage language = ContactLanguage.English, Func<Message, Delivery>? answer = null)
    {
        var opening = true;
        var mail = new MailPile(m =>
            opening ? new Delivery.Sent("250") : answer?.Invoke(m) ?? new Delivery.Sent("250"));
        var house = House.Open(_folder.File("p.db"), _clock, mail, settings: Settings);
        await house.Store.SaveContactAsync(Contact("CDH") with { Language = language });
        foreach (var id in (string[])["a", "b", "c"]) await house.OpenAsync(Plain(id), id);
        await house.SettleAsync();
        mail.Received.Clear();
        opening = false;
        return (house, mail);
    }

    private async Task RemindAsync(House house)
    {
        _clock.MoveTo(ReminderDay);
        await house.SettleAsync();
    }

    private static async Task AnswerAsync(House house, string id) =>
        await house.Conductor.SendAsync(id, Moves.Answer(await house.TaskAsync(id)));

    private static async Task<StoredLetter[]> RemindersAsync(House house) =>
        [.. (await house.LettersAsync()).Where(l => l.Kind == nameof(LetterKind.Reminder))];

    private static Contact Contact(string body) => new(body, "Committee", "cdh@example.org", ContactLanguage.English);

    private static Procedures.Definitions.Definition Plain(string id, string body = "CDH", bool secret = false) =>
        Sequence($"plain-{id}", new { type = "Play.FixDay", id = "fix" }, new
        {
            type = "Play.Ask", id = "ask", title = Text($"Title of {id}"), body = Text(body),
                rule = Text("nlt EO - 12 mo"),
            profile = Text("R14"), confidential = Truth(secret),
        });

    private sealed class StopOn(CrashPoint point) : ICrashPoints
    {
        public void Reach(CrashPoint reached)
        {
            if (reached == point) throw new StoppedDead();
        }
    }
}
