using Procedures.Execution;

namespace Procedures.Mandates;

/// <summary>A file of mandates is taken whole or not at all, and every mistake is told with its line.</summary>
public sealed class MandateCsvTests
{
    private static readonly OwnDefinitions Own = new();
    private static readonly Offices Offices = Offices.Read(Own.Text("offices.json"));
    private static readonly MandateCsv Csv = new(Offices, Own.Institution.States);

    [Fact]
    public void The_delivered_register_can_be_read_and_covers_every_office_and_state()
    {
        var sheet = Csv.Read(Own.Text("mandates.csv"));
        Assert.Empty(sheet.Problems);
        Assert.Equal(Offices.All.Select(o => o.Code).Order(), sheet.Mandates.Select(m => m.Office).Distinct().Order());
        Assert.Equal(46, sheet.Mandates.Where(m => m.Office == "judge").Select(m => m.State).Distinct().Count());
        Assert.All(sheet.Mandates.Where(m => m.IsSample), m => Assert.Empty(m.Holder));
        Assert.All(sheet.Mandates.Where(m => !m.IsSample),
            m => Assert.True(m.Source.Length > 0 && m.SourceFr.Length > 0 && m.Source != m.SourceFr, m.Key));
        var estonian = sheet.Mandates.Single(m => m is { Office: "judge", State: "EE" });
        Assert.Equal(("Peeter Roosma", new DateOnly(2029, 1, 3)), (estonian.Holder, estonian.Ends));
    }

    [Theory]
    [InlineData("office,state,begins,holder", "judge,EE,2020-01-04,B", "old", "ancien")]
    [InlineData("office,state,begins,source", "judge,EE,2020-01-04,old", "old", "ancien")]
    [InlineData("office,state,begins,source", "judge,EE,2020-01-04,new", "new", "new")]
    [InlineData("office,state,begins,source-fr", "judge,EE,2020-01-04,nouveau", "old", "nouveau")]
    public void The_French_of_a_text_that_a_file_changes_does_not_outlive_it(
        string headings, string line, string english, string french)
    {
        var known = new Mandate("judge", "EE", "A", new DateOnly(2020, 1, 4), new DateOnly(2029, 1, 3))
        {
            Source = "old", SourceFr = "ancien",
        };

        var laid = Csv.Over(Csv.Read($"{headings}\n{line}\n"), [known]);

        Assert.Equal(new Bilingual(english, french), Assert.Single(laid.Mandates).SourceText);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        Mandate[] mandates =
        [
            new("commissioner", "", "O'Neil, \"Ann\"\nof Cork", new DateOnly(2024, 4, 1), new DateOnly(2030, 3, 31))
                { Source = "a;b", SourceFr = "c, d", RemarkFr = "« e »" },
            new("cpt-member", "EE", "Élodie", new DateOnly(2023, 12, 20), new DateOnly(2027, 12, 19)) { Term = 3 },
            new("judge", "SK", "", new DateOnly(2009, 1, 1), new DateOnly(2017, 12, 31))
            {
                Rule = new DateOnly(1998, 11, 1), LeftOn = new DateOnly(2016, 5, 1), Cause = VacancyCause.Dismissal,
                Remark = "first; second\nthird, \"fourth\"",
            },
        ];
        var sheet = Csv.Read(MandateCsv.Write(mandates));
        Assert.Empty(sheet.Problems);
        Assert.Equal(mandates, sheet.Mandates.ToArray());
    }

    [Theory]
    [InlineData("2009-03-01", "2015-02-28")]
    [InlineData("2010-05-31", "2016-05-30")]
    [InlineData("2010-06-01", "2019-05-31")]
    [InlineData("2020-02-29", "2029-02-27")]
    public void Without_an_end_the_term_is_as_long_as_the_rule_of_its_time(string begins, string ends)
    {
        var sheet = Csv.Read($"office,state,begins\njudge,EE,{begins}\n");
        Assert.Equal(ends, sheet.Mandates.Single().Ends!.Value.ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("judge,EE,2020-01-04,2029-01-04", 2, "ends", "too long")]
    [InlineData("commissioner,,2024-04-01,2030-04-01", 2, "ends", "too long")]
    [InlineData("judge,EE,2020-01-04,2020-01-03", 2, "ends", "before it begins")]
    [InlineData("judge,EE,3 January 2020,", 2, "begins", "not a day")]
    [InlineData("judge,EE,1990-01-04,", 2, "begins", "No rule")]
    [InlineData("judge,XX,2020-01-04,", 2, "state", "two-letter")]
    [InlineData("judge,,2020-01-04,", 2, "state", "two-letter")]
    [InlineData("commissioner,EE,2024-04-01,", 2, "state", "leave the field empty")]
    [InlineData("king,,2024-04-01,", 2, "office", "There is no office")]
    [InlineData("judge,EE,2020-01-04,,,1,a,b", 2, "", "8 fields under 7 headings")]
    [InlineData("judge,EE,2020-01-04,,,two,", 2, "term", "not a number")]
    [InlineData("cpt-member,EE,2023-12-20,,,4,", 2, "term", "more than 3")]
    [InlineData("judge,EE,2020-01-04,,,2,", 2, "term", "more than 1")]
    [InlineData("\njudge,EE,2020-01-04,\njudge,EE,2028-01-04,", 4, "begins", "line 3")]
    public void A_mistake_is_told_with_line_and_column_and_nothing_is_taken(
        string lines, int line, string column, string words)
    {
        var sheet = Csv.Read("office,state,begins,ends,holder,term,source\n" + lines);
        var problem = Assert.Single(sheet.Problems);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(words, problem.Text.English, StringComparison.Ordinal);
        Assert.NotEqual(problem.Text.English, problem.Text.French);
        Assert.Empty(sheet.Mandates);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_the_good_lines_wait()
    {
        var sheet = Csv.Read("office,state,begins\njudge,EE,2020-01-04\njudge,XX,soon\nking,,2024-04-01\n");
        Assert.Equal([3, 3, 4], sheet.Problems.Select(p => p.Line));
        Assert.Empty(sheet.Mandates);
    }

    [Theory]
    [InlineData("office,state\n", "begins is missing")]
    [InlineData("office,state,begins,colour\n", "no column “colour”")]
    [InlineData("office,state,begins,begins\n", "stands twice")]
    [InlineData("", "empty")]
    public void Headings_are_checked_before_the_lines(string text, string words) =>
        Assert.Contains(words, Csv.Read(text).Problems[0].Text.English, StringComparison.Ordinal);

    [Fact]
    public void A_spreadsheet_with_semicolons_and_a_mark_at_its_beginning_is_read()
    {
        var sheet = Csv.Read("\uFEFFOffice;State;Begins;Holder\r\njudge;EE;2020-01-04;\"Müller\"\r\n");
        Assert.Equal("Müller", sheet.Mandates.Single().Holder);
    }

    [Theory]
    [InlineData("judge,EE,2020-01-04,,2026-01-01,", "cause")]
    [InlineData("judge,EE,2020-01-04,,,death", "left")]
    [InlineData("judge,EE,2020-01-04,,2019-12-31,death", "left")]
    [InlineData("judge,EE,2020-01-04,,2029-01-03,death", "left")]
    [InlineData("judge,EE,2020-01-04,,2026-01-01,none", "cause")]
    public void An_early_end_needs_a_day_within_the_term_and_a_cause(string line, string column) => Assert.Contains(
        Csv.Read("office,state,begins,ends,left,cause\n" + line).Problems, p => p.Column == column);

    [Fact]
    public void What_a_file_has_no_column_for_stands_as_the_register_has_it()
    {
        var known = new Mandate("judge", "EE", "Ada", new DateOnly(2020, 1, 4), null)
        {
            Remark = "kept", LeftOn = new DateOnly(2026, 1, 1), Cause = VacancyCause.Death,
        };
        var laid = Csv.Over(Csv.Read("office,state,begins,source\njudge,EE,2020-01-04,seen\n"), [known]);
        Assert.Equal([known with { Source = "seen" }], laid.Mandates.ToArray());
        var same = Csv.Over(Csv.Read(MandateCsv.Write([known])), [known]);
        Assert.Equal([known], same.Mandates.ToArray());
        Assert.Empty(MandateChanges.Of(same, new Dictionary<string, Mandate> { [known.Key] = known }, "C", default));
    }

    [Fact]
    public void A_term_that_overlaps_the_register_is_a_mistake_unless_an_example_stands_there()
    {
        var held = new Mandate("judge", "EE", "Ada", new DateOnly(2020, 1, 4), new DateOnly(2029, 1, 3));
        var sheet = Csv.Read("office,state,begins\njudge,EE,2025-01-01\n");
        var problem = Assert.Single(Csv.Over(sheet, [held]).Problems);
        Assert.Equal((2, "begins"), (problem.Line, problem.Column));
        Assert.Contains("Ada", problem.Text.French, StringComparison.Ordinal);

        var example = held with { Source = Mandate.Sample };
        Assert.Equal([example], Csv.Over(sheet, [example]).Replaced.ToArray());
    }
}
