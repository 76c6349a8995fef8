using System.Globalization;
using Procedures.Execution;

namespace Procedures.Letters;

/// <summary>The letters that come with the program, as their readers see them.</summary>
public class LetterTemplatesTests
{
    private static readonly LetterTemplates Templates = LetterTemplates.Load(Folder());

    private static readonly LetterFields English = LetterFields.Empty
        .With("procedure", "Judge").With("step", "List of candidates").With("date", "Thursday 1 October 2026")
        .With("oldDate", "Tuesday 1 September 2026").With("days", 14).With("meeting", "Meeting of the committee")
        .With("place", "Paris").With("round", 2).With("subject", "Call for candidates")
        .With("explanation", "Twelve months before the end of office.").With("source", "Rules, § 5")
        .With("onExpiry", "The Committee is told.").With("owner", "Ms A. Martin").With("actor", "The Government")
        .With("instructions", "Send three names.").With("outcomes", ["List sent", "No list"])
        .With("documents", ["Guidelines"]).With("results", ["A: 100 votes", "B: 90 votes"])
        .With("reason", "The date of the session moved.").With("result", "A is elected.")
        .WithLink(new Uri("https://procedures.example/t/1?a=b&c=<d>")).WithBody("Please find *attached* the call.");

    private static readonly LetterFields French = English
        .With("procedure", "Juge").With("step", "liste de candidats").With("date", "jeudi 1er octobre 2026")
        .With("oldDate", "mardi 1er septembre 2026").With("meeting", "Réunion de la commission")
        .With("subject", "Appel à candidatures");

    [Theory]
    [InlineData(LetterKind.Task, "[Judge] Action required by Thursday 1 October 2026: List of candidates",
        "[Juge] Action attendue pour le jeudi 1er octobre 2026\u00A0: liste de candidats")]
    [InlineData(LetterKind.Reminder,
        "[Judge] Reminder: List of candidates, due on Thursday 1 October 2026 (14 days left)",
        "[Juge] Rappel\u00A0: liste de candidats, échéance le jeudi 1er octobre 2026 (dans 14 jours)")]
    [InlineData(LetterKind.DueToday, "[Judge] Due today: List of candidates",
        "[Juge] Échéance ce jour\u00A0: liste de candidats")]
    [InlineData(LetterKind.Overdue, "[Judge] Overdue since Thursday 1 October 2026: List of candidates",
        "[Juge] En retard depuis le jeudi 1er octobre 2026\u00A0: liste de candidats")]
    [InlineData(LetterKind.Escalation,
        "[Judge] For your attention: List of candidates not completed by Thursday 1 October 2026",
        "[Juge] À votre attention, étape non achevée au jeudi 1er octobre 2026\u00A0: liste de candidats")]
    [InlineData(LetterKind.Meeting, "[Judge] Meeting of the committee, by Thursday 1 October 2026 at the latest (day to be told), Paris",
        "[Juge] Réunion de la commission, au plus tard le jeudi 1er octobre 2026 (jour à communiquer), Paris")]
    [InlineData(LetterKind.DeadlineMoved,
        "[Judge] New deadline, Thursday 1 October 2026 (was Tuesday 1 September 2026): List of candidates",
        "[Juge] Nouvelle échéance, jeudi 1er octobre 2026 "
        + "(auparavant mardi 1er septembre 2026)\u00A0: liste de candidats")]
    [InlineData(LetterKind.Withdrawn, "[Judge] No longer required: List of candidates",
        "[Juge] Action désormais sans objet\u00A0: liste de candidats")]
    [InlineData(LetterKind.Interrupted, "[Judge] Procedure interrupted", "[Juge] Procédure interrompue")]
    [InlineData(LetterKind.Resumed, "[Judge] Procedure resumed", "[Juge] Procédure reprise")]
    [InlineData(LetterKind.Result, "[Judge] Result of the 2nd ballot", "[Juge] Résultat du 2e tour de scrutin")]
    [InlineData(LetterKind.Letter, "[Judge] Call for candidates", "[Juge] Appel à candidatures")]
    public void Every_letter_has_its_subject_in_both_languages(LetterKind kind, string english, string french)
    {
        Assert.Equal(english, Templates.Render(kind, Language.English, English).Subject);
        Assert.Equal(french, Templates.Render(kind, Language.French, French).Subject);
    }

    [Theory]
    [InlineData(LetterKind.Reminder, Language.English, 1, "(1 day left)")]
    [InlineData(LetterKind.Reminder, Language.French, 1, "(dans 1 jour)")]
    [InlineData(LetterKind.Result, Language.English, 1, "1st ballot")]
    [InlineData(LetterKind.Result, Language.English, 3, "3rd ballot")]
    [InlineData(LetterKind.Result, Language.English, 12, "12th ballot")]
    [InlineData(LetterKind.Result, Language.French, 1, "1er tour")]
    public void Numbers_are_written_as_a_person_would(
        LetterKind kind, Language language, int number, string expected) =>
        Assert.Contains(
            expected, Templates.Render(kind, language, English.With("days", number).With("round", number)).Subject,
            StringComparison.Ordinal);

    [Fact]
    public void A_task_says_what_until_when_why_and_what_if_not()
    {
        var letter = Templates.Render(LetterKind.Task, Language.English, English);

        Assert.Equal("""
            Dear Sir or Madam,

            A step of the procedure “Judge” now awaits you.

            List of candidates

            - To be done by: The Government
            - Deadline: Thursday 1 October 2026
            - Why this date: Twelve months before the end of office.
            - Legal basis: Rules, § 5
            - If the day passes: The Committee is told.

            Send three names.

            Possible answers:

            - List sent
            - No list

            Documents:

            - Guidelines

            To read the file and to answer: <https://procedures.example/t/1?a=b&c=%3Cd%3E>

            Questions: Ms A. Martin

            """.ReplaceLineEndings("\n"), letter.Text);
    }

    [Fact]
    public void The_page_says_the_same_in_its_language()
    {
        var letter = Templates.Render(LetterKind.Task, Language.French, French.With("owner", "Mme *A* <b>Martin</b>"));

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"fr\">", letter.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>liste de candidats</strong>", letter.Html, StringComparison.Ordinal);
        Assert.Contains(
            "<li><strong>Échéance\u00A0:</strong> jeudi 1er octobre 2026</li>", letter.Html, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"https://procedures.example/t/1?a=b&amp;c=%3Cd%3E\"", letter.Html, StringComparison.Ordinal);
        Assert.Contains("Questions\u00A0: Mme *A* &lt;b&gt;Martin&lt;/b&gt;", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_of_the_thread_plays_no_part()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Templates.Render(LetterKind.Reminder, Language.English, English.With("days", 1234));
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(expected, Templates.Render(LetterKind.Reminder, Language.English, English.With("days", 1234)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_confidential_step_shows_its_neutral_title_and_no_detail()
    {
        string[] secrets =
        [
            "List of candidates", "Send three names", "List sent", "Guidelines", "moved", "elected", "100 votes",
            "Meeting of the committee", "Call for candidates",
        ];
        var neutral = English.With("confidential", true).With("neutralTitle", "Opinion of the panel");

        foreach (var kind in Enum.GetValues<LetterKind>())
        {
            var letter = Templates.Render(kind, Language.English, neutral);
            foreach (var secret in secrets)
                Assert.DoesNotContain(secret, letter.Subject + letter.Text + letter.Html, StringComparison.Ordinal);
        }
        Assert.EndsWith("Opinion of the panel", Templates.Render(LetterKind.Task, Language.English, neutral).Subject,
            StringComparison.Ordinal);
        Assert.EndsWith("Étape confidentielle", Templates.Render(
            LetterKind.Task, Language.French, French.With("confidential", true)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void The_copies_inside_the_program_are_the_files_of_the_folder()
    {
        var builtIn = LetterTemplates.BuiltIn();

        foreach (var kind in Enum.GetValues<LetterKind>())
            foreach (var language in Enum.GetValues<Language>())
                Assert.Equal(Templates.Render(kind, language, English), builtIn.Render(kind, language, English));
    }

    [Fact]
    public void No_letter_has_a_hole_where_nothing_is_known()
    {
        foreach (var kind in Enum.GetValues<LetterKind>())
            foreach (var language in Enum.GetValues<Language>())
            {
                var letter = Templates.Render(kind, language, LetterFields.Empty);
                Assert.DoesNotContain("{{", letter.Subject + letter.Text + letter.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("\n\n\n", letter.Text, StringComparison.Ordinal);
            }
    }

    private static string Folder() =>
        Path.GetFullPath(Path.Combine(Python.Here(), "../../../workflows/letters"));
}
