using System.Text;
using System.Text.Json;

namespace Procedures.Letters;

/// <summary>Calendar entries as Debian's icalendar reads them.</summary>
public sealed class CalendarWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("calendar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_deadline_is_a_whole_day_that_ends_on_the_next()
    {
        var seen = Single(await Read(CalendarWriter.Write(Sample.Deadline, CalendarMethod.Request)));

        Assert.Equal("2026-10-01", Text(seen, "start"));
        Assert.Equal("2026-10-02", Text(seen, "end"));
        Assert.Equal("CONFIRMED", Text(seen, "status"));
        Assert.Equal("mailto:secretariat@assembly.example", Text(seen, "organizer"));
        Assert.Equal("mailto:mission@state.example", Text(seen, "attendee"));
    }

    [Theory]
    [InlineData("2026-07-06T08:00:00Z", "2026-07-06T10:00:00+02:00")]
    [InlineData("2026-12-07T08:00:00Z", "2026-12-07T09:00:00+01:00")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T00:30:00+00:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T01:30:00+00:00")]
    public async Task A_meeting_has_the_hours_of_Strasbourg(string start, string expected)
    {
        var moment = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        var meeting = Sample.Deadline with { Span = new CalendarSpan.Hours(moment, moment.AddHours(3)) };

        var calendar = await Read(CalendarWriter.Write(meeting, CalendarMethod.Publish));

        Assert.Equal(expected, Text(Single(calendar), "start"));
        Assert.Equal(1, calendar.GetProperty("zones").GetInt32());
        Assert.Equal("", Text(Single(calendar), "attendee"));
    }

    [Fact]
    public async Task A_withdrawn_deadline_keeps_its_UID_and_is_cancelled_under_a_higher_sequence()
    {
        var withdrawn = Sample.Deadline with { Sequence = 3 };

        var calendar = await Read(CalendarWriter.Write(withdrawn, CalendarMethod.Cancel));

        Assert.Equal("CANCEL", Text(calendar, "method"));
        Assert.Equal("CANCELLED", Text(Single(calendar), "status"));
        Assert.Equal(3, Single(calendar).GetProperty("sequence").GetInt32());
        Assert.Equal(Sample.Deadline.Uid, Text(Single(calendar), "uid"));
    }

    [Fact]
    public async Task Every_sign_of_a_text_comes_back()
    {
        var entry = Sample.Deadline with
        {
            Summary = "Liste ; candidats, « élection » : 👩‍⚖️ BEGIN:VEVENT",
            Description = "Première ligne\nDeuxième ligne ; avec, signes\n\nEND:VCALENDAR",
            Place = "Strasbourg, salle 5",
            Url = new Uri("https://procedures.example/p/1?a=b,c;d"),
            Confidential = true,
        };

        var seen = Single(await Read(CalendarWriter.Write(entry, CalendarMethod.Publish)));

        Assert.Equal(entry.Summary, Text(seen, "summary"));
        Assert.Equal(entry.Description, Text(seen, "description"));
        Assert.Equal(entry.Place, Text(seen, "place"));
        Assert.Equal(entry.Url.AbsoluteUri, Text(seen, "url"));
        Assert.Equal("CONFIDENTIAL", Text(seen, "class"));
    }

    [Fact]
    public async Task Random_texts_are_folded_at_75_octets_and_come_back()
    {
        var seed = Environment.TickCount;
        var random = new RandomText(seed);
        var entries = Enumerable.Range(0, 300).Select(i => Sample.Deadline with
        {
            Uid = $"{i}@assembly.example", Summary = Readable(random.Line(80)), Description = Readable(random.Page(20)),
        }).ToList();

        var feed = CalendarWriter.Feed("Échéances", "The letter is the notice.", entries);

        foreach (var line in feed.Split("\r\n"))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
            Assert.DoesNotContain('\n', line);
        }
        var seen = (await Read(feed)).GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(entries.Count, seen.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var expected = (entries[i].Summary, entries[i].Description);
            var actual = (Text(seen[i], "summary"), Text(seen[i], "description"));
            Assert.True(expected == actual, $"seed {seed}, entry {i}: {expected} came back as {actual}");
        }
    }

    [Fact]
    public void A_backslash_is_escaped_before_what_it_escapes() => Assert.Contains(
        "SUMMARY:a\\\\n b\\\\\\, c\\; d\\ne\r\n",
        CalendarWriter.Write(Sample.Deadline with { Summary = "a\\n b\\, c; d\r\ne" }, CalendarMethod.Publish),
        StringComparison.Ordinal);

    [Fact]
    public void An_invitation_needs_somebody_who_invites() => Assert.Throws<ArgumentException>(
        () => CalendarWriter.Write(Sample.Deadline with { Organizer = null }, CalendarMethod.Request));

    [Fact]
    public void An_entry_cannot_end_before_it_begins() => Assert.Throws<ArgumentException>(
        () => CalendarWriter.Write(
            Sample.Deadline with { Span = new CalendarSpan.Days(new(2026, 10, 2), new(2026, 10, 1)) },
            CalendarMethod.Publish));

    private async Task<JsonElement> Read(string calendar)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "calendar.ics"), calendar);
        return (await Python.Read(_folder))["calendar.ics"];
    }

    private static JsonElement Single(JsonElement calendar)
    {
        var one = Assert.Single(calendar.GetProperty("events").EnumerateArray());
        Assert.Empty(one.GetProperty("errors").EnumerateArray());
        return one;
    }

    /// <summary>Debian 12 reads an escaped backslash before n wrongly; a test of its own has it.</summary>
    private static string Readable(string text) => text.Replace('\\', '/').Trim();

    private static string Text(JsonElement seen, string name) => seen.GetProperty(name).GetString()!;
}
