using System.Text.Json;

namespace Procedures.Letters;

/// <summary>Letters as Python's mail parser reads them.</summary>
public sealed class MimeWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("letters").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_letter_with_a_calendar_entry_is_read_as_it_was_written()
    {
        var letter = Sample.Letter with
        {
            Subject = "[Élection] Rappel : liste de candidat·e·s, échéance le jeudi 1er octobre 2026 (dans 14 jours)",
            Language = Language.French,
            Text = "Madame, Monsieur,\n\nL'échéance est le jeudi 1er octobre 2026. \n",
            Cc = [new Mailbox("Greffe, \"service\" \\ b", "copy@assembly.example"), Mailbox.Of("b@assembly.example")],
            InReplyTo = MessageId.For("P1-2026-07", "w3", "contact-12", "task", "assembly.example"),
            Calendar = new LetterCalendar(Sample.Deadline, CalendarMethod.Request),
        };

        var seen = await Read(letter);

        Assert.Equal(letter.Subject, seen.GetProperty("subject").GetString());
        Assert.Equal("[[\"Repr\\u00E9sentation permanente\",\"mission@state.example\"]]", Json(seen, "to"));
        Assert.Equal(letter.Cc[0].Name, seen.GetProperty("cc")[0][0].GetString());
        Assert.Equal("b@assembly.example", seen.GetProperty("cc")[1][1].GetString());
        Assert.Equal(letter.MessageId, seen.GetProperty("id").GetString());
        Assert.Equal(letter.InReplyTo, seen.GetProperty("inReplyTo").GetString());
        Assert.Equal("2026-09-01T07:30:00+00:00", seen.GetProperty("date").GetString());
        Assert.Equal("auto-generated", seen.GetProperty("automatic").GetString());
        Assert.Equal("fr", seen.GetProperty("language").GetString());
        Assert.Equal(
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"],
            seen.GetProperty("types").EnumerateArray().Select(t => t.GetString()!));
        Assert.Equal("[\"fr\",\"fr\",null]", Json(seen, "languages"));
        Assert.Equal("REQUEST", seen.GetProperty("method").GetString());
        Assert.Equal(
            CalendarWriter.Write(Sample.Deadline, CalendarMethod.Request), seen.GetProperty("calendar").GetString());
        Assert.Equal(letter.Text, Lines(seen.GetProperty("text").GetString()!));
        Assert.Equal(letter.Html, Lines(seen.GetProperty("html").GetString()!));
        AssertSafe(seen);
    }

    [Fact]
    public void The_same_letter_is_always_the_same_octets()
    {
        Assert.Equal(MimeWriter.Write(Sample.Letter), MimeWriter.Write(Sample.Letter));
        var other = Sample.Letter with { MessageId = MessageId.For("P1", "w4", "c", "task", "assembly.example") };
        Assert.NotEqual(MimeWriter.Write(Sample.Letter), MimeWriter.Write(other));
    }

    [Fact]
    public async Task Random_letters_come_back_as_they_were()
    {
        var seed = Environment.TickCount;
        var random = new RandomText(seed);
        var letters = Enumerable.Range(0, 300).Select(_ => Sample.Letter with
        {
            Subject = random.Line(120),
            Text = random.Page(40),
            Html = random.Page(5),
            From = new Mailbox(random.Line(90).Trim(), "secretariat@assembly.example"),
        }).ToList();
        for (var i = 0; i < letters.Count; i++)
            await File.WriteAllBytesAsync(Path.Combine(_folder, $"{i}.eml"), MimeWriter.Write(letters[i]));

        var seen = await Python.Read(_folder);

        for (var i = 0; i < letters.Count; i++)
        {
            var one = seen[$"{i}.eml"];
            var about = $"seed {seed}, letter {i}";
            AssertSame(letters[i].Subject, one.GetProperty("subject"), about);
            AssertSame(letters[i].From.Name, one.GetProperty("from")[0][0], about);
            AssertSame(letters[i].Text, one.GetProperty("text"), about);
            AssertSame(letters[i].Html, one.GetProperty("html"), about);
            AssertSafe(one);
        }
    }

    [Fact]
    public void A_letter_with_a_line_break_in_its_subject_is_not_written() =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Sample.Letter with { Subject = "a\nb" }));

    private async Task<JsonElement> Read(Message letter)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "letter.eml"), MimeWriter.Write(letter));
        return (await Python.Read(_folder))["letter.eml"];
    }

    private static void AssertSafe(JsonElement seen)
    {
        Assert.Equal("[]", Json(seen, "defects"));
        Assert.True(seen.GetProperty("ascii").GetBoolean());
        Assert.Equal(0, seen.GetProperty("loneLineEnds").GetInt32());
        Assert.InRange(seen.GetProperty("longestLine").GetInt32(), 1, 100);
    }

    private static void AssertSame(string expected, JsonElement seen, string about)
    {
        var actual = Lines(seen.GetString()!);
        Assert.True(expected == actual, $"{about}: “{expected}” came back as “{actual}”");
    }

    private static string Json(JsonElement seen, string name) => JsonSerializer.Serialize(seen.GetProperty(name));

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
