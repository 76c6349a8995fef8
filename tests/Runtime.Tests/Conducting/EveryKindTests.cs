using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>A course that calls for every kind of letter, openly and in confidence.</summary>
public sealed class EveryKindTests : IDisposable
{
    private const string Secret = "Zinnia";
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_kind_of_letter_is_written_in_its_situation_with_its_subject()
    {
        var mail = await CourseAsync(confidential: false);
        string[] english =
        [
            "[Election Estonia] Action required by Monday 1 June 2026: Zinnia list",
            "[Election Estonia] Reminder: Zinnia list, due on Monday 1 June 2026 (3 days left)",
            "[Election Estonia] Reminder: Zinnia list, due on Monday 1 June 2026 (1 day left)",
            "[Election Estonia] Due today: Zinnia list",
            "[Election Estonia] Overdue since Monday 1 June 2026: Zinnia list",
            "[Election Estonia] For your attention: Zinnia list not completed by Monday 1 June 2026",
            "[Election Estonia] Zinnia hearing, by Tuesday 16 June 2026 at the latest (day to be told), Paris",
            "[Election Estonia] New deadline, Wednesday 15 July 2026 (was Monday 1 June 2026): Zinnia list",
            "[Election Estonia] Procedure interrupted", "[Election Estonia] Procedure resumed",
            "[Election Estonia] Result of the 2nd ballot", "[Election Estonia] Zinnia letter",
            "[Election Estonia] No longer required: Zinnia list",
        ];
        string[] french =
        [
            "[Élection Estonie] Action attendue pour le lundi 1er juin 2026\u00A0: Liste Zinnia",
            "[Élection Estonie] Rappel\u00A0: Liste Zinnia, échéance le lundi 1er juin 2026 (dans 3 jours)",
            "[Élection Estonie] Rappel\u00A0: Liste Zinnia, échéance le lundi 1er juin 2026 (dans 1 jour)",
            "[Élection Estonie] Échéance ce jour\u00A0: Liste Zinnia",
            "[Élection Estonie] En retard depuis le lundi 1er juin 2026\u00A0: Liste Zinnia",
            "[Élection Estonie] À votre attention, étape non achevée au lundi 1er juin 2026\u00A0: Liste Zinnia",
            "[Élection Estonie] Audition Zinnia, au plus tard le mardi 16 juin 2026 (jour à communiquer), Paris",
            "[Élection Estonie] Nouvelle échéance, mercredi 15 juillet 2026 (auparavant lundi 1er juin 2026)\u00A0: Liste Zinnia",
            "[Élection Estonie] Procédure interrompue", "[Élection Estonie] Procédure reprise",
            "[Élection Estonie] Résultat du 2e tour de scrutin", "[Élection Estonie] Lettre Zinnia",
            "[Élection Estonie] Action désormais sans objet\u00A0: Liste Zinnia",
        ];
        var subjects = _rows.Select(r => (r.Language, r.Subject)).ToHashSet();
        Assert.Equal([], english.Where(s => !subjects.Contains((Language.English, s))).ToArray());
        Assert.Equal([], french.Where(s => !subjects.Contains((Language.French, s))).ToArray());
        Assert.All(mail.Received, m =>
            Assert.True(m.Text.Length > 100 && m.Html.Contains("<html", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_a_confidential_matter_no_kind_of_letter_tells_anything_in_subject_text_calendar_or_file_name()
    {
        var mail = await CourseAsync(confidential: true);
        Assert.Equal(Enum.GetNames<LetterKind>().Order(), _rows.Select(r => r.Kind).Distinct().Order());
        foreach (var message in mail.Received)
        {
            var calendar = message.Calendar is { } c ? CalendarWriter.Write(c.Entry, c.Method) : "";
            foreach (var text in new[]
                { message.Subject, message.Text, message.Html, calendar, LetterFolder.FileName(message) })
                Assert.DoesNotContain(Secret, text, StringComparison.OrdinalIgnoreCase);
            if (message.Calendar is { Entry: var entry })
                Assert.True(entry.Confidential
                    && entry.Summary.Contains(message.Language == Language.French ? "Consultation fr"
                        : "Consultation", StringComparison.Ordinal));
        }
        Assert.Contains(mail.Received, m => m.Subject == "[Election Estonia] Due today: Consultation");
        Assert.Contains(mail.Received, m => m.Subject == "[Élection Estonie] Échéance ce jour\u00A0: Consultation fr");
    }

    private StoredLetter[] _rows = [];

    private async Task<MailPile> CourseAsync(bool confidential)
    {
        var mail = new MailPile();
        await using var house = House.Open(_folder.File("p.db"), _clock, mail);
        foreach (var body in (string[])["CDH", "SGA"])
            await house.Store.SaveContactAsync(new Contact(body, body, $"{body}@example.org", ContactLanguage.Both));
        await house.OpenAsync(Definition(confidential), "p");
        foreach (var (month, day) in ((int, int)[])[(5, 29), (5, 31), (6, 1), (6, 2), (6, 12)])
        {
            _clock.MoveTo(new DateTimeOffset(2026, month, day, 12, 0, 0, TimeSpan.Zero));
            await house.SettleAsync();
        }
        await house.Conductor.SendAsync(
            "p", new Stimulus.AnchorMoved("EO", new AnchorValue.Day(new DateOnly(2027, 7, 15)), "session moved"));
        await house.Conductor.SendAsync("p", new Stimulus.Cancelled("No longer needed."));
        await house.SettleAsync();
        _rows = await house.LettersAsync();
        Assert.All(_rows, l => Assert.Equal(LetterState.Sent, l.State));
        return mail;
    }

    private static Procedures.Definitions.Definition Definition(bool confidential)
    {
        var neutral = new { en = Text("Consultation"), fr = Text("Consultation fr"), secret = Truth(confidential) };
        return Sequence("every-kind",
            new { type = "Play.FixDay", id = "fix" },
            new { type = "Procedures.Interruption", id = "i", reason = Text("Awaited."), notifyTo = List("CDH") },
            new { type = "Procedures.Resumption", id = "r", notifyTo = List("CDH") },
            new
            {
                type = "Procedures.Letter", id = "l1", to = List("CDH"), subject = Text("Zinnia letter"),
                subjectFr = Text("Lettre Zinnia"), text = Text(LongText), textFr = Text(LongText),
                    confidential = neutral.secret,
            },
            new
            {
                type = "Procedures.Letter", id = "l2", to = List("CDH"), subject = Text("Result"),
                    subjectFr = Text("Résultat"),
                text = Text("Zinnia Zhou is elected."), textFr = Text("Zinnia Zhou est élue."), kind = Text("Result"),
                ballot = Text("2"), confidential = neutral.secret,
            },
            new
            {
                type = "Elsa.Parallel", id = "par", activities = new object[]
                {
                    new
                    {
                        type = "Procedures.Task", id = "t", step = Text("P0.01"), title = Text("Zinnia list"),
                        titleFr = Text("Liste Zinnia"), body = Text("CDH"), instructions = Text("Ask Zinnia."),
                        documents = List("Zinnia file"), deadline = Text("nlt EO - 12 mo"), reminders = Text("R3"),
                        escalateTo = Text("SGA"), confidential = neutral.secret, neutralTitle = neutral.en,
                            neutralTitleFr = neutral.fr,
                    },
                    new
                    {
                        type = "Procedures.Meeting", id = "m", step = Text("P0.02"), title = Text("Zinnia hearing"),
                        titleFr = Text("Audition Zinnia"), body = Text("CDH"), participants = List("SGA"),
                            place = Text("Paris"),
                        deadline = Text("nlt EO - 50 w"), confidential = neutral.secret, neutralTitle = neutral.en,
                        neutralTitleFr = neutral.fr,
                    },
                },
            });
    }

    private const string LongText =
        "Zinnia Zhou is proposed. This letter is long enough to say why, to whom and by when an answer is awaited.";

    private static object List(params string[] items) =>
        new { typeName = "String[]",
            expression = new { type = "Object", value = System.Text.Json.JsonSerializer.Serialize(items) } };
}
