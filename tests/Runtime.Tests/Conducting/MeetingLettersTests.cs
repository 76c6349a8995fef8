using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>A letter invites to the day of a meeting only when somebody has fixed it.</summary>
public sealed class MeetingLettersTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);
    private readonly MailPile _mail = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("on EO - 12 mo")]
    [InlineData("EO - 12 mo")]
    [InlineData("nbf EO - 12 mo and nlt EO - 12 mo")]
    public async Task A_rule_that_fixes_the_day_invites_to_it(string rule)
    {
        await using var house = await OpenAsync(rule);
        Tells(Language.English, "[Election Estonia] Hearing on Monday 1 June 2026, Paris",
            "the following is to take place on Monday 1 June 2026.", "Day: Monday 1 June 2026");
        Tells(Language.French, "[Élection Estonie] Audition, le lundi 1er juin 2026, Paris",
            "ce qui suit doit avoir lieu le lundi 1er juin 2026.", "Jour\u00A0: lundi 1er juin 2026");
        Assert.Equal((CalendarMethod.Request, "Hearing (Election Estonia)", "Paris"), Entry());
    }

    [Theory]
    [InlineData("nlt EO - 12 mo")]
    [InlineData("EO - 13 mo ... EO - 12 mo")]
    [InlineData("nbf EO - 13 mo and nlt EO - 12 mo")]
    public async Task A_last_day_or_a_window_invites_nobody_to_its_last_day(string rule)
    {
        await using var house = await OpenAsync(rule);
        TellsTheLastDay();
        Assert.Equal((CalendarMethod.Publish, "Latest day for “Hearing” (Election Estonia)", ""), Entry());
        _mail.Received.Clear();

        _clock.MoveTo(new DateTimeOffset(2026, 5, 29, 12, 0, 0, TimeSpan.Zero));
        await house.SettleAsync();
        TellsTheLastDay();
    }

    [Theory]
    [InlineData("nlt EO - 20 mo", "The last day for it, Wednesday 1 October 2025, has passed: a day is still to be found, and you will be told.",
        "Le dernier jour prévu, le mercredi 1er octobre 2025, est passé\u00A0: un jour reste à fixer et vous sera communiqué.")]
    [InlineData("on EO - 20 mo", "The day foreseen, Wednesday 1 October 2025, has passed: another day is to be found.",
        "Le jour prévu, le mercredi 1er octobre 2025, est passé\u00A0: un autre jour est à fixer.")]
    public async Task A_day_that_has_passed_invites_nobody(string rule, string english, string french)
    {
        await using var house = await OpenAsync(rule);
        Tells(Language.English, "[Election Estonia] Hearing: a day is to be found, Paris", english,
            "has passed: Wednesday 1 October 2025");
        Tells(Language.French, "[Élection Estonie] Audition\u00A0: jour à fixer, Paris", french,
            "passé\u00A0: mercredi 1er octobre 2025");
        Assert.Equal((CalendarMethod.Publish, "Latest day for “Hearing” (Election Estonia)", ""), Entry());
    }

    [Theory]
    [InlineData(20, "Wednesday 20 May 2026", "mercredi 20 mai 2026")]
    [InlineData(32, "Monday 1 June 2026", "lundi 1er juin 2026")]
    public async Task The_day_that_the_secretariat_fixes_is_told_to_all_who_are_invited(
        int dayOfMay, string english, string french)
    {
        await using var house = await OpenAsync("nlt EO - 12 mo");
        _mail.Received.Clear();
        var wait = (await house.TaskAsync("p")).Id;
        var day = new DateOnly(2026, 5, 1).AddDays(dayOfMay - 1);

        await house.Conductor.SendAsync("p",
            new Stimulus.Intervened(new Execution.Act.Postponed(wait, day, "The room is free.")));
        await house.SettleAsync();

        Tells(Language.English, $"[Election Estonia] Hearing on {english}, Paris",
            $"the following is to take place on {english}.", "The room is free.");
        Tells(Language.French, $"[Élection Estonie] Audition, le {french}, Paris",
            $"ce qui suit doit avoir lieu le {french}.");
        Assert.Equal((CalendarMethod.Request, "Hearing (Election Estonia)", "Paris"), Entry());
        Assert.Equal(["cdh@example.org", "sga@example.org"],
            _mail.Received.Select(m => m.Recipient.Address).Distinct().Order());
    }

    [Fact]
    public async Task A_fixed_day_that_moves_is_another_day_and_no_deadline()
    {
        await using var house = await OpenAsync("on EO - 12 mo");
        _mail.Received.Clear();

        await house.Conductor.SendAsync(
            "p", new Stimulus.AnchorMoved("EO", new AnchorValue.Day(new DateOnly(2027, 7, 15)), "session moved"));
        await house.SettleAsync();

        Tells(Language.English, "[Election Estonia] New day, Wednesday 15 July 2026 (was Monday 1 June 2026): Hearing",
            "a meeting has another day", "Day: Wednesday 15 July 2026", "Previous day: Monday 1 June 2026");
        Tells(Language.French,
            "[Élection Estonie] Nouveau jour, mercredi 15 juillet 2026 (auparavant lundi 1er juin 2026)\u00A0: Audition",
            "une réunion a lieu un autre jour", "Jour précédent\u00A0: lundi 1er juin 2026");
    }

    private void TellsTheLastDay()
    {
        Tells(Language.English,
            "[Election Estonia] Hearing, by Monday 1 June 2026 at the latest (day to be told), Paris",
            "the following is to take place by Monday 1 June 2026 at the latest; the day itself is still to be told.",
            "Latest day: Monday 1 June 2026");
        Tells(Language.French,
            "[Élection Estonie] Audition, au plus tard le lundi 1er juin 2026 (jour à communiquer), Paris",
            "ce qui suit doit avoir lieu au plus tard le lundi 1er juin 2026\u00A0; le jour même vous sera communiqué.",
            "Dernier jour possible\u00A0: lundi 1er juin 2026");
    }

    // Both bodies are told the same, in text and page alike. Lines of plain text are broken where they are full.
    private void Tells(Language language, string subject, params string[] words)
    {
        var letters = _mail.Received.Where(m => m.Language == language).ToArray();
        Assert.Equal(2, letters.Length);
        foreach (var letter in letters)
        {
            Assert.Equal(subject, letter.Subject);
            foreach (var word in words)
            {
                Assert.Contains(word, OneLine(letter.Text), StringComparison.Ordinal);
                Assert.Contains(word, OneLine(Plain(letter.Html)), StringComparison.Ordinal);
            }
        }
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(
        System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", ""));

    private (CalendarMethod Method, string Summary, string Place) Entry() => Assert.Single(_mail.Received
        .Where(m => m is { Language: Language.English, Calendar: not null })
        .Select(m => (m.Calendar!.Method, m.Calendar.Entry.Summary, m.Calendar.Entry.Place)).Distinct());

    private async Task<House> OpenAsync(string rule)
    {
        var house = House.Open(_folder.File("p.db"), _clock, _mail);
        foreach (var body in (string[])["CDH", "SGA"])
            await house.Store.SaveContactAsync(
                new Contact(body, body, $"{body.ToLowerInvariant()}@example.org", ContactLanguage.Both));
        await house.OpenAsync(Sequence("meeting", new { type = "Play.FixDay", id = "fix" }, new
        {
            type = "Procedures.Meeting", id = "m", step = Text("P0.03"), title = Text("Hearing"),
                titleFr = Text("Audition"),
            body = Text("CDH"), deadline = Text(rule), place = Text("Paris"), onExpiry = Text("Note"),
                participants = List("SGA"),
        }), "p");
        await house.SettleAsync();
        return house;
    }

    private static object List(params string[] items) =>
        new { typeName = "String[]",
            expression = new { type = "Object", value = System.Text.Json.JsonSerializer.Serialize(items) } };
}
