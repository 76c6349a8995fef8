using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

public class ResolutionTests
{
    [Fact]
    public void A_deadline_names_the_days_it_was_counted_from()
    {
        var anchors = Anchors.Empty.With("EO", Day("2019-06-24")).With("L", Day("2019-02-24"));
        var deadline = Resolve("EO - 12 mo … L - 3 mo", anchors);
        Assert.Equal([new CountedFrom("EO", Day("2019-06-24")), new CountedFrom("L", Day("2019-02-24"))],
            deadline.CountedFrom.AsEnumerable());
        Assert.Equal(["EO", "L"], Rule.Parse("EO - 12 mo … L - 3 mo").AnchorNames.AsEnumerable());
    }

    [Fact]
    public void Names_without_a_value_are_all_reported()
    {
        var unresolved = Assert.IsType<Unresolved>(
            Rule.Parse("A - 1 d … P1.04.completed").Resolve(Anchors.Empty, Product));
        Assert.Equal(["A", "P1.04.completed"], unresolved.Missing.AsEnumerable());
        Assert.Equal("No date yet: A, P1.04.completed have no value.", unresolved.Reason.English);
    }

    [Fact]
    public void A_part_session_where_a_day_is_needed_is_explained_not_guessed()
    {
        var unresolved = Assert.IsType<Unresolved>(
            Rule.Parse("nlt E").Resolve(Anchors.Empty.With("E", Part(2026, 3)), Product));
        Assert.Equal("E is a part-session, not a day: write open(E), close(E) or in E.", unresolved.Reason.English);
    }

    [Fact]
    public void A_day_where_a_part_session_is_needed_is_explained_too()
    {
        var unresolved = Assert.IsType<Unresolved>(
            Rule.Parse("in L").Resolve(Anchors.Empty.With("L", Day("2026-03-01")), Product));
        Assert.StartsWith("L is a day, not a part-session", unresolved.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_names_a_cancelled_part_is_flagged()
    {
        var deadline = Resolve("nlt open(part(2020,3)) - 30 d", Anchors.Empty);
        Assert.Contains("The rule names the third part-session of 2020, which is cancelled.",
            deadline.Warnings.Select(warning => warning.English));
    }

    [Fact]
    public void A_legal_day_on_a_closure_stays_and_is_flagged()
    {
        var deadline = Resolve("nlt 2026-05-01", Anchors.Empty);
        Assert.Equal(Day("2026-05-01"), deadline.LastDay);
        Assert.Equal(["Friday 1 May 2026 is a holiday of the Organisation (Labour Day); the legal date is not moved."],
            deadline.Warnings.Select(warning => warning.English));
        Assert.Empty(Resolve("nlt 2026-05-04", Anchors.Empty).Warnings);
    }

    [Fact]
    public void A_window_that_closes_before_it_opens_is_flagged() =>
        Assert.Contains("nothing can be in time", Resolve("2026-03-10 … 2026-03-09", Anchors.Empty).Warnings[0].English,
            StringComparison.Ordinal);

    [Fact]
    public void Working_days_beyond_the_holiday_list_are_flagged() =>
        Assert.Equal("No holidays are listed for 2036: working days were counted without them.",
            Resolve("within 5 wd of 2036-03-03", Anchors.Empty).Warnings.Single().English);

    [Theory]
    [InlineData("in part(2026,3)", false)]
    [InlineData("in part(2026,4)", true)]
    [InlineData("nlt open(part(2029,1)) - 30 d", true)]
    [InlineData("nlt A - 1 d", false)]
    [InlineData("nlt B - 1 d", true)]
    public void A_day_that_rests_on_an_uncertain_date_is_provisional(string rule, bool provisional)
    {
        var anchors = Anchors.Empty.With("A", Day("2026-03-10")).With("B", Day("2026-03-10"), provisional: true);
        Assert.Equal(provisional, Resolve(rule, anchors).Provisional);
    }

    [Fact]
    public void A_rule_without_a_last_day_never_falls_due()
    {
        var open = Assert.IsType<OpenEnded>(Rule.Parse("nbf 2026-09-28").Resolve(Anchors.Empty, Product));
        Assert.Equal(Day("2026-09-28"), open.Opens);
    }

    [Fact]
    public void Joined_conditions_open_with_the_latest_and_end_with_the_earliest()
    {
        var deadline = Resolve(
            "nbf 2024-01-01 and nbf 2024-02-01 and nlt 2024-12-31 and before 2024-07-01", Anchors.Empty);
        Assert.Equal((Day("2024-02-01"), Day("2024-06-30")), (deadline.Opens, deadline.LastDay));
    }

    [Fact]
    public void A_part_outside_the_calendar_is_missing() =>
        Assert.Equal("part(1998,3)", Assert.IsType<Unresolved>(
            Rule.Parse("in part(1998,3)").Resolve(Anchors.Empty, Product)).Missing.Single());

    [Fact]
    public void The_last_day_ends_at_midnight_in_Paris() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 22, 0, 0, TimeSpan.Zero),
            Resolve("nlt 2026-03-29", Anchors.Empty).ExpiresAt);

    [Fact]
    public void The_same_days_are_nothing_to_announce()
    {
        var (before, after) = (Resolve("nlt 2026-03-10", Anchors.Empty), Resolve("on 2026-03-10", Anchors.Empty));
        Assert.True(before.HasSameDaysAs(after));
        Assert.False(before.HasSameDaysAs(Resolve("2026-03-01 … 2026-03-10", Anchors.Empty)));
        Assert.False(before.HasSameDaysAs(Resolve("before 2026-03-10", Anchors.Empty)));
    }

    [Fact]
    public void A_29_February_of_another_year_is_the_28th() =>
        Assert.Equal(Day("2026-02-28"),
            Resolve("nlt date(year(A), 2, 29)", Anchors.Empty.With("A", Day("2026-06-01"))).LastDay);

    private static Deadline Resolve(string rule, IAnchors anchors) =>
        Assert.IsType<Deadline>(Rule.Parse(rule).Resolve(anchors, Product));
}
