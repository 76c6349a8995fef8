using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

public class AnchorSheetTests
{
    private static readonly AnchorSheet Judge = AnchorSheet.Parse("""
        # The dates of reference of an election of a judge.
        TE | end of the sitting judge's term | fin du mandat du juge en fonction
        V  = TE + 1 d | vacancy | vacance
        E  = last part with close <= V - 3 mo | electing part-session | partie de session de l'élection

        EO = open(E) | opening of the electing part-session | ouverture de la partie de session de l'élection
        L  = EO - 4 mo
        """);

    [Fact]
    public void A_sheet_computes_each_date_from_the_others_and_says_why()
    {
        var anchors = Evaluate(("TE", Given("2020-01-03")));
        Assert.Equal(Given("2020-01-04"), anchors.Find("V"));
        Assert.Equal(Given("2019-05-30"), anchors.Find("L"));
        var part = anchors.Entry("E")!;
        Assert.Equal("last part with close <= V - 3 mo", part.Formula);
        Assert.Equal(
            "E (electing part-session) is the last part-session that closes on or before Friday 4 October 2019, "
            + "3 calendar months before Saturday 4 January 2020 (V, vacancy): the fourth part-session of 2019, "
            + "from Monday 30 September 2019 to Friday 4 October 2019.", part.Explanation.English);
        Assert.Equal(
            "E (partie de session de l'élection) est la dernière partie de session qui se clôt au plus tard le "
            + "vendredi 4 octobre 2019, 3 mois calendaires avant le samedi 4 janvier 2020 (V, vacance) : la quatrième "
            + "partie de session de 2019, du lundi 30 septembre 2019 au vendredi 4 octobre 2019.",
            part.Explanation.French);
        Assert.False(part.Provisional);
    }

    [Fact]
    public void A_moved_date_stands_before_its_formula_and_the_others_follow()
    {
        var anchors = Evaluate(("TE", Given("2020-01-03")), ("E", new AnchorValue.Part(Part(2019, 3))));
        Assert.Equal(Given("2019-06-24"), anchors.Find("EO"));
        Assert.Equal(Given("2019-02-24"), anchors.Find("L"));
        var moved = anchors.Entry("E")!;
        Assert.True(moved.Fixed);
        Assert.Equal(
            "E (electing part-session) was fixed in place of last part with close <= V - 3 mo: the third part-session "
            + "of 2019, from Monday 24 June 2019 to Friday 28 June 2019.", moved.Explanation.English);
    }

    [Fact]
    public void Uncertainty_is_handed_down()
    {
        var anchors = Evaluate(("TE", Given("2035-06-30")));
        Assert.Equal([false, false, true, true, true], anchors.All.Select(anchor => anchor.Provisional));
        Assert.EndsWith("provisional, because EO may still change.", anchors.Entry("L")!.Explanation.English,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelled_parts_are_passed_over_and_named()
    {
        var part = Evaluate(("TE", Given("2021-01-03"))).Entry("E")!;
        Assert.Equal(new AnchorValue.Part(Part(2020, 1)), part.Value);
        Assert.Contains("the third part-session of 2020 is cancelled and passed over", part.Explanation.English,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_is_not_given_yet_leaves_the_others_open_without_blame()
    {
        var anchors = Evaluate();
        Assert.All(anchors.All, anchor => Assert.Null(anchor.Value));
        Assert.Empty(anchors.Problems);
        Assert.Equal("TE", anchors.Entry("V")!.Missing.Single());
    }

    [Fact]
    public void A_name_that_nobody_defines_is_a_problem_of_its_line()
    {
        var problem = AnchorSheet.Parse("# remark\nL = EOO - 4 mo")
            .Evaluate(new Dictionary<string, AnchorValue>(), Product).Problems.Single();
        Assert.Equal((2, "L"), (problem.Line, problem.Name));
        Assert.Equal("Line 2: L counts from EOO, which is not known.", problem.Text.English);
    }

    [Fact]
    public void A_step_that_is_not_done_yet_is_no_problem()
    {
        var sheet = AnchorSheet.Parse("D = P1.04.completed + 4 w\nF = D + 1 d");
        Assert.Empty(sheet.Evaluate(new Dictionary<string, AnchorValue>(), Product).Problems);
        var done = new Dictionary<string, AnchorValue> { ["P1.04.completed"] = Given("2026-04-28") };
        Assert.Equal(Given("2026-05-27"), sheet.Evaluate(done, Product).Find("F"));
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_a_problem_of_its_line()
    {
        var sheet = AnchorSheet.Parse("E = part(2026,3)\nL = E - 4 mo");
        Assert.StartsWith("Line 2: E is a part-session, not a day",
            sheet.Evaluate(new Dictionary<string, AnchorValue>(), Product).Problems.Single().Text.English,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("last part with close <= 2019-06-28", "part(2019,3)")]
    [InlineData("last part with close < 2019-06-28", "part(2019,2)")]
    [InlineData("first part with open >= 2019-06-24", "part(2019,3)")]
    [InlineData("first part with open ≥ 2019-06-24 + 6 mo", "part(2020,1)")]
    [InlineData("first part with open > 2019-06-24", "part(2019,4)")]
    [InlineData("next part after part(2026,3)", "part(2026,4)")]
    [InlineData("next part after part(2020,1)", "part(2021,1)")]
    [InlineData("part(2026,3)", "part(2026,3)")]
    [InlineData("open(part(2026,3))", "2026-06-22")]
    [InlineData("2026-03-31 - 1 mo", "2026-02-28")]
    public void Every_formula(string formula, string expected) =>
        Assert.Equal(expected, AnchorSheet.Parse($"X = {formula}")
            .Evaluate(new Dictionary<string, AnchorValue>(), Product).Find("X")!.Notation);

    [Fact]
    public void A_name_alone_takes_over_a_part_session_as_well()
    {
        var sheet = AnchorSheet.Parse("E = part(2026,3)\nF = E\nD = open(F)");
        Assert.Equal(Given("2026-06-22"),
            sheet.Evaluate(new Dictionary<string, AnchorValue>(), Product).Find("D"));
    }

    [Fact]
    public void A_search_beyond_the_calendar_is_a_problem() =>
        Assert.Contains("does not hold", AnchorSheet.Parse("E = first part with open >= 2070-01-01")
            .Evaluate(new Dictionary<string, AnchorValue>(), Product).Problems.Single().Text.English,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("A = B\nB = C + 1 d\nC = A - 1 d", 1, 1, "A → B → C → A")]
    [InlineData("X = 2026-01-01\n A = A", 2, 2, "depends on itself")]
    [InlineData("A = 2026-01-01\n\n# x\nA = 2026-01-02", 4, 1, "already on line 1")]
    [InlineData("A = 2026-01-01\nB = A - 3 m", 2, 11, "write mo")]
    [InlineData("A = last part with close >= V", 1, 26, "Write <= or <")]
    [InlineData("A = next part E", 1, 15, "next part after E")]
    [InlineData("nlt = EO", 1, 1, "cannot be the name")]
    [InlineData("A B = EO", 1, 1, "cannot be the name")]
    [InlineData("A =", 1, 4, "Expected a date of reference")]
    public void A_sheet_that_cannot_be_read_is_refused_with_line_and_column(
        string text, int line, int column, string hint)
    {
        var refusal = Assert.Throws<RuleSyntaxException>(() => AnchorSheet.Parse(text));
        Assert.Equal((line, column), (refusal.Line, refusal.Column));
        Assert.Contains(hint, refusal.Text.English, StringComparison.Ordinal);
        Assert.StartsWith($"Ligne {line}", refusal.Text.French, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_and_given_names_can_be_listed()
    {
        Assert.Equal("TE", Judge.GivenNames.Single());
        Assert.Equal("TE V E EO L", string.Join(' ', Judge.Names));
        Assert.Equal(new Bilingual("vacancy", "vacance"), Judge.LabelOf("V"));
        Assert.Null(Judge.LabelOf("L"));
    }

    private static EvaluatedAnchors Evaluate(params (string Name, AnchorValue Value)[] given) =>
        Judge.Evaluate(given.ToDictionary(pair => pair.Name, pair => pair.Value), Product);
}
