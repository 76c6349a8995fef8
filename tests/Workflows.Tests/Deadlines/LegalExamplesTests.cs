using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

/// <summary>The rules of the procedures with real dates, each computed by hand from a wall calendar.</summary>
public class LegalExamplesTests
{
    private const string JudgeSheet = """
        TE | end of the sitting judge's term | fin du mandat du juge en fonction
        V  = TE + 1 d
        E  = last part with close <= V - 3 mo
        EO = open(E)
        L  = EO - 4 mo
        """;

    // A judge's election in June 2019: EO Monday 24 June, L 24 February.
    [Theory]
    [InlineData("EO - 13 mo", null, "2018-05-24")]
    [InlineData("nlt EO - 12 mo", null, "2018-06-24")]
    [InlineData("EO - 12 mo … L - 3 mo", "2018-06-24", "2018-11-24")]
    [InlineData("nlt L - 3 mo", null, "2018-11-24")]
    [InlineData("within 4 w of P1.04.completed", null, "2018-12-20")]
    [InlineData("before L", null, "2019-02-23")]
    [InlineData("nlt L", null, "2019-02-24")]
    [InlineData("L + 1 d", null, "2019-02-25")]
    [InlineData("L + 30 d", null, "2019-03-26")]
    [InlineData("within 10 wd of P1.07.completed", null, "2019-03-06")]
    [InlineData("on L", null, "2019-02-24")]
    [InlineData("within 15 wd of P1.10.opened", null, "2019-03-22")]
    [InlineData("nlt P1.11.opened + 3 mo", null, "2019-06-30")]
    [InlineData("nlt EO - 2 mo", null, "2019-04-24")]
    [InlineData("nlt EO - 6 w", null, "2019-05-13")]
    [InlineData("EO - 21 d … EO - 7 d", "2019-06-03", "2019-06-17")]
    [InlineData("on P1.13.completed", null, "2019-06-12")]
    [InlineData("open(E)", null, "2019-06-24")]
    [InlineData("nlt EO - 3 d", null, "2019-06-21")]
    [InlineData("within 10 wd of EO", null, "2019-07-08")]
    [InlineData("in E", "2019-06-24", "2019-06-28")]
    [InlineData("within 5 wd of P1.18.completed", null, "2019-07-03")]
    [InlineData("nlt P1.18.completed + 3 mo", null, "2019-09-26")]
    public void The_judge_of_June_2019(string rule, string? opens, string last)
    {
        var anchors = Anchors.Empty
            .With("E", Part(2019, 3)).With("EO", Day("2019-06-24")).With("L", Day("2019-02-24"))
            .With("P1.04.completed", Day("2018-11-22")).With("P1.07.completed", Day("2019-02-20"))
            .With("P1.10.opened", Day("2019-03-01")).With("P1.11.opened", Day("2019-03-30"))
            .With("P1.13.completed", Day("2019-06-12")).With("P1.18.completed", Day("2019-06-26"));
        AssertDays(rule, anchors, opens, last);
    }

    // The Secretary General whose term was planned to begin on 1 October 2019.
    [Theory]
    [InlineData("in month (year(TS) - 1, 9)", "2018-09-01", "2018-09-30")]
    [InlineData("in month 2018-10", "2018-10-01", "2018-10-31")]
    [InlineData("nlt date(year(TS), 1, 10)", null, "2019-01-10")]
    [InlineData("in month (year(TS), 1)", "2019-01-01", "2019-01-31")]
    [InlineData("in month 2019-03", "2019-03-01", "2019-03-31")]
    [InlineData("nlt open(part(year(TS),3)) - 30 d", null, "2019-05-25")]
    [InlineData("before open(part(year(TS),3))", null, "2019-06-23")]
    [InlineData("nlt open(part(year(TS),3))", null, "2019-06-24")]
    [InlineData("part(year(TS),3)", "2019-06-24", "2019-06-28")]
    [InlineData("on TS", null, "2019-10-01")]
    [InlineData("in part(year(TS),4)", "2019-09-30", "2019-10-04")]
    [InlineData("in part(2019,2)", "2019-04-08", "2019-04-12")]
    [InlineData("within 10 wd of P2.B1.completed", null, "2019-04-26")]
    [InlineData("within 6 w of C1.opened", null, "2019-05-22")]
    [InlineData("in month (year(TS), 7)", "2019-07-01", "2019-07-31")]
    [InlineData("within 3 w of P2.C4.completed", null, "2019-10-22")]
    [InlineData("nlt TE - 6 mo", null, "2019-03-30")]
    public void The_Secretary_General_of_2019(string rule, string? opens, string last)
    {
        var anchors = Anchors.Empty
            .With("TS", Day("2019-10-01")).With("TE", Day("2019-09-30")).With("C1.opened", Day("2019-04-10"))
            .With("P2.B1.completed", Day("2019-04-10")).With("P2.C4.completed", Day("2019-10-01"));
        AssertDays(rule, anchors, opens, last);
    }

    [Theory]
    // Deputy Secretary General 2012: latest consultation, thirty days before the opening of 25 June.
    [InlineData("nlt open(part(2012,3)) - 30 d", "2012-05-26")]
    // The published timetable of 2012, counted back from the opening.
    [InlineData("nlt 2012-06-25 - 193 d", "2011-12-15")]
    [InlineData("nlt 2012-06-25 - 151 d", "2012-01-26")]
    [InlineData("nlt 2012-06-25 - 145 d", "2012-02-01")]
    [InlineData("nlt 2012-06-25 - 86 d", "2012-03-31")]
    [InlineData("nlt 2012-06-25 - 74 d", "2012-04-12")]
    [InlineData("nlt 2012-06-25 - 60 d", "2012-04-26")]
    [InlineData("nlt 2012-06-25 - 53 d", "2012-05-03")]
    // Secretary General 2009: the consultation of 29 April was held 54 days before the opening of 22 June.
    [InlineData("on 2009-06-22 - 54 d", "2009-04-29")]
    // Secretary General of the Assembly 2021: next procedure opened not later than six months before 28 February.
    [InlineData("nlt 2026-02-28 - 6 mo", "2025-08-28")]
    // CPT 2009: elected 74 days before the vacancy.
    [InlineData("on 2009-12-20 - 74 d", "2009-10-07")]
    // Execution of a judgment final on 13 October 2014: plan within six months, payment within three.
    [InlineData("within 6 mo of 2014-10-13", "2015-04-13")]
    [InlineData("within 3 mo of 2014-10-13", "2015-01-13")]
    // GRETA: two months for comments on a draft sent on 3 April 2018.
    [InlineData("within 2 mo of 2018-04-03", "2018-06-03")]
    // 10 January is itself in time when it is the limit, and is not when the letter says "before".
    [InlineData("nlt 2019-01-10", "2019-01-10")]
    [InlineData("before 2019-01-10", "2019-01-09")]
    // Human Rights Council: plan three months after 7 October 2022; report ten weeks before 9 September 2024.
    [InlineData("nlt 2022-10-07 + 3 mo", "2023-01-07")]
    [InlineData("nlt 2024-09-09 - 10 w", "2024-07-01")]
    public void Past_cases_to_the_day(string rule, string last) => AssertDays(rule, Anchors.Empty, null, last);

    [Theory]
    // Estonia: term to 3 January 2020; by default part 4 of 2019, though the real election was one part earlier.
    [InlineData("2020-01-03", 2019, 4, "2019-09-30")]
    // Its successor's term ends on 3 January 2029: part 4 of 2028 closes too late, so part 3.
    [InlineData("2029-01-03", 2028, 3, "2028-06-26")]
    // Parts 2, 3 and 4 of 2020 were cancelled: a vacancy in January 2021 leads back to the first part of 2020.
    [InlineData("2021-01-03", 2020, 1, "2020-01-27")]
    public void The_electing_part_session_by_default(string termEnd, int year, int number, string opens)
    {
        var anchors = AnchorSheet.Parse(JudgeSheet)
            .Evaluate(new Dictionary<string, AnchorValue> { ["TE"] = Given(termEnd) }, Product);
        Assert.Equal(new AnchorValue.Part(Part(year, number)), anchors.Find("E"));
        Assert.Equal(Given(opens), anchors.Find("EO"));
        Assert.Empty(anchors.Problems);
    }

    [Theory]
    [InlineData("V", "2011-01-04", "9 y", "2020-01-03")]
    [InlineData("V", "2020-01-04", "9 y", "2029-01-03")]
    [InlineData("V", "2012-09-01", "3 y", "2015-08-31")]
    [InlineData("V", "2011-02-01", "5 y", "2016-01-31")]
    [InlineData("V", "2021-03-01", "5 y", "2026-02-28")]
    public void A_term_ends_on_the_eve_of_its_anniversary(string name, string start, string length, string end) =>
        AssertDays($"before {name} + {length}", Anchors.Empty.With(name, Day(start)), null, end);

    private static void AssertDays(string rule, IAnchors anchors, string? opens, string last)
    {
        var deadline = Assert.IsType<Deadline>(Rule.Parse(rule).Resolve(anchors, Product));
        Assert.Equal(opens is null ? null : Day(opens), deadline.Opens);
        Assert.Equal(Day(last), deadline.LastDay);
    }
}
