using System.Text;
using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

public class RuleSyntaxTests
{
    [Theory]
    [InlineData("", 1, "The rule is empty")]
    [InlineData("nlt", 4, "Expected a date of reference")]
    [InlineData("nlt EO - 3 mo - 2 d", 15, "Months are never chained")]
    [InlineData("nlt EO - 3 m", 12, "write mo")]
    [InlineData("nlt EO - 3 working days", 12, "write wd")]
    [InlineData("nlt EO - 3", 11, "wd (working days)")]
    [InlineData("by EO", 1, "write nlt")]
    [InlineData("after 2026-01-01", 1, "write nbf")]
    [InlineData("nlt 2026-02-30", 5, "not a day of the calendar")]
    [InlineData("nlt 1492-10-12", 5, "between 1900 and 2200")]
    [InlineData("in part(2026,5)", 14, "the parts 1, 2, 3 and 4")]
    [InlineData("in month 2026-13", 10, "1 to 12")]
    [InlineData("in month September", 10, "a month such as 2026-09")]
    [InlineData("nlt part(2026,3)", 5, "write open(part(…))")]
    [InlineData("within 6 w C1.opened", 12, "Expected \"of\"")]
    [InlineData("within 6 w of C1.opened + 1 d", 25, "no second offset")]
    [InlineData("nlt EO ± 3 d", 8, "Write + or -")]
    [InlineData("EO .. L", 4, "three dots")]
    [InlineData("3 mo before EO", 1, "EO - 3 mo")]
    [InlineData("nlt EO; DROP", 7, "no meaning")]
    [InlineData("nlt nlt", 5, "a word of the notation")]
    [InlineData("nlt EO - 99999999999 d", 10, "At most 18000")]
    [InlineData("nlt date(year(TS), 2, 30)", 23, "days 1 to 29")]
    [InlineData("nlt date(2026, 2, 29)", 19, "days 1 to 28")]
    [InlineData("  nlt EO L", 10, "the end of the rule")]
    public void What_cannot_be_read_is_refused_with_its_column_and_a_way_out(string rule, int column, string hint)
    {
        var refusal = Assert.Throws<RuleSyntaxException>(() => Rule.Parse(rule));
        Assert.Equal(column, refusal.Column);
        Assert.Contains(hint, refusal.Message, StringComparison.Ordinal);
        Assert.NotEqual(refusal.Text.English, refusal.Text.French);
    }

    [Theory]
    [InlineData("NLT EO - 3 mo", "nlt EO − 3 MO")]
    [InlineData("EO - 12 mo ... L", "EO-12mo…L")]
    [InlineData("Within 6 W Of EO", "within 6 w of EO")]
    [InlineData("IN PART( 2026 , 3 )", "part(2026,3)")]
    [InlineData("on L", "L")]
    [InlineData("EO...L", "EO … L")]
    public void Case_spacing_and_typographic_signs_do_not_matter(string one, string other)
    {
        var anchors = Anchors.Empty.With("EO", Day("2026-06-22")).With("L", Day("2026-09-01"));
        var (first, second) = (Rule.Parse(one).Resolve(anchors, Product), Rule.Parse(other).Resolve(anchors, Product));
        Assert.True(Assert.IsType<Deadline>(first).HasSameDaysAs(Assert.IsType<Deadline>(second)));
    }

    [Fact]
    public void Rules_are_equal_when_their_texts_are()
    {
        Assert.Equal(Rule.Parse("nlt EO "), Rule.Parse(" nlt EO"));
        Assert.NotEqual(Rule.Parse("nlt EO"), Rule.Parse("before EO"));
        Assert.Equal("nlt EO", Rule.Parse(" nlt EO ").ToString());
    }

    [Theory, InlineData(1), InlineData(20260928), InlineData(47)]
    public void Arbitrary_text_is_either_a_rule_that_resolves_or_a_syntax_error(int seed)
    {
        var random = new Random(seed);
        var anchors = Anchors.Empty.With("E", Part(2026, 3)).With("EO", Day("2026-06-22"))
            .With("X", DateOnly.MaxValue).With("Z", DateOnly.MinValue);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var text = Arbitrary(random);
            try
            {
                var rule = Rule.Parse(text);
                _ = rule.Describe(anchors);
                _ = rule.Resolve(anchors, Product);
                read++;
            }
            catch (RuleSyntaxException refusal)
            {
                Assert.InRange(refusal.Column, 1, text.Length + 1);
                refused++;
            }
            catch (Exception problem)
            {
                Assert.Fail($"Seed {seed}, round {round}, \"{text}\": {problem}");
            }
        }
        Assert.True(read > 500 && refused > 500, $"Seed {seed}: {read} rules were read, {refused} refused.");
    }

    private static readonly string[] Pieces =
    [
        "nlt ", "before ", "nbf ", "in ", "month ", "within ", "of ", "on ", "and ", "part(2026,3)", "part(", "open(",
        "close(", "open(E)", "close(part(2027,1))", "year(EO)", "date(year(EO),2,29)", "E ", "EO ", "L ", "X ", "Z ",
        "P1.04.completed ", "2026-06-22 ", "2026-09 ", "9999-12-31 ", "- ", "+ ", "− ", "… ", "... ", "3 mo ",
        "30 d ", "6 w ", "10 wd ", "50 y ", "600 mo ", "0 d ", "1999 ", ",", "(", ")", "=", "<=", "é", "\t",
        "2200-12-31 ", "part(2200,1)", "part(year(X) + 50,4)", "date(year(Z) - 50,1,1)", "(year(EO)-1, 9)",
    ];

    private static string Arbitrary(Random random)
    {
        var text = new StringBuilder();
        if (random.Next(2) == 0) text.Append(Pieces[random.Next(8)]);
        for (var left = random.Next(1, 6); left > 0; left--) text.Append(Pieces[random.Next(Pieces.Length)]);
        if (random.Next(20) == 0) text.Insert(random.Next(text.Length), (char)random.Next(1, 0x2100));
        return text.ToString();
    }
}
