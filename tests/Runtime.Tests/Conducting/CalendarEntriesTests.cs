using System.Text.Json;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// A meeting in a reader's calendar: put there, moved and taken away, as two readers that are not ours see it.
/// </summary>
public sealed class CalendarEntriesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_meeting_that_moves_and_falls_is_one_entry_with_rising_sequence_and_a_cancellation()
    {
        var entries = await EntriesAsync(new
        {
            type = "Procedures.Meeting", id = "m", step = Text("P0.03"), title = Text("Hearing; with, signs"),
            titleFr = Text("Audition"), body = Text("CDH"), deadline = Text("on EO - 12 mo"),
                place = Text("Paris, room 5"),
        });

        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], entries.Select(e => e.Method));
        Assert.Equal(["2026-06-01", "2026-07-15", "2026-07-15"], entries.Select(e => e.Start));
        Assert.All(entries, e => Assert.Equal("mailto:cdh@example.org", e.Attendee));
        Assert.All(entries, e => Assert.Equal("Hearing; with, signs (Election Estonia)", e.Summary));
        Assert.All(entries, e => Assert.Equal("Paris, room 5", e.Place));
    }

    [Fact]
    public async Task A_deadline_is_shown_and_not_an_invitation_and_falls_like_a_meeting()
    {
        var entries = await EntriesAsync(new
        {
            type = "Procedures.Task", id = "t", step = Text("P0.04"), title = Text("List"), body = Text("CDH"),
            deadline = Text("nlt EO - 12 mo"), reminders = Text("R14"),
        });

        Assert.Equal(["PUBLISH", "PUBLISH", "CANCEL"], entries.Select(e => e.Method));
        Assert.All(entries.Take(2), e => Assert.Equal("", e.Attendee));
    }

    // Announced, moved, withdrawn: the three entries as both readers see them, who must agree.
    private async Task<Entry[]> EntriesAsync(object step)
    {
        var mail = new MailPile();
        await using var house = House.Open(_folder.File("p.db"), _clock, mail);
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.English));
        await house.OpenAsync(Sequence("calendar", new { type = "Play.FixDay", id = "fix" }, step), "p");
        await house.Conductor.SendAsync(
            "p", new Stimulus.AnchorMoved("EO", new AnchorValue.Day(new DateOnly(2027, 7, 15)), "session moved"));
        await house.Conductor.SendAsync("p", new Stimulus.Cancelled("No longer needed."));
        await house.SettleAsync();

        var calendars = mail.Received.Where(m => m.Calendar is not null).OrderBy(m => m.Calendar!.Entry.Sequence)
            .ToArray();
        Assert.Equal(3, calendars.Length);
        for (var i = 0; i < calendars.Length; i++)
            await File.WriteAllTextAsync(_folder.File($"{i}.ics"),
                CalendarWriter.Write(calendars[i].Calendar!.Entry, calendars[i].Calendar!.Method));
        var folder = Path.GetDirectoryName(_folder.File("0.ics"))!;
        var (first, second) = (await Python.Read(folder), await SecondReader.Read(folder));
        var entries = Enumerable.Range(0, 3).Select(i => Entry.Of(first[$"{i}.ics"])).ToArray();
        Assert.Equal(entries, Enumerable.Range(0, 3).Select(i => Entry.Of(second[$"{i}.ics"])));
        Assert.Single(entries.Select(e => e.Uid).Distinct());
        Assert.Equal([1, 2, 3], entries.Select(e => e.Sequence));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], entries.Select(e => e.Status));
        return entries;
    }

    private sealed record Entry(
        string Method, string Uid, int Sequence, string Start, string End, string Summary, string Place, string Status,
        string Attendee)
    {
        public static Entry Of(JsonElement calendar)
        {
            var seen = Assert.Single(calendar.GetProperty("events").EnumerateArray());
            string T(string name) => seen.GetProperty(name).GetString()!;
            return new Entry(calendar.GetProperty("method").GetString()!, T("uid"), seen.GetProperty("sequence")
                .GetInt32(),
                T("start"), T("end"), T("summary"), T("place"), T("status"), T("attendee"));
        }
    }
}
