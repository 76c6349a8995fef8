using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

public class CountingTests
{
    private static readonly NaiveCount Naive = new(HolidaysJson);

    public static TheoryData<string, int> UnitsAndAmounts()
    {
        var data = new TheoryData<string, int>();
        foreach (var unit in new[] { "d", "w", "mo", "y", "wd" })
            foreach (var amount in unit == "y" ? new[] { 0, 1, 3, 5 } : [0, 1, 2, 3, 6, 10, 13, 30])
                data.Add(unit, amount);
        return data;
    }

    [Theory, MemberData(nameof(UnitsAndAmounts))]
    public void Every_start_day_gives_the_same_day_as_a_walk_along_a_list_of_days(string unit, int amount)
    {
        var forms = new[] { false, true }.SelectMany(backward => Forms(unit, amount, backward)).ToList();
        for (var start = Day("2023-12-01"); start <= Day("2029-01-31"); start = start.AddDays(1))
        {
            var anchors = Anchors.Empty.With("A", start);
            foreach (var (rule, backward, pick) in forms)
            {
                var (year, month, day) = Naive.Count((start.Year, start.Month, start.Day), amount, unit, backward);
                var found = pick(rule.Resolve(anchors, Product));
                Assert.True(found == new DateOnly(year, month, day), $"{rule} from {start:O}: {found:O}");
            }
        }
    }

    [Theory]
    [InlineData("2026-08-31", "- 6 mo", "2026-02-28")]
    [InlineData("2024-08-31", "- 6 mo", "2024-02-29")]
    [InlineData("2026-02-28", "+ 6 mo", "2026-08-28")]
    [InlineData("2024-02-29", "+ 1 y", "2025-02-28")]
    [InlineData("2024-02-29", "- 4 y", "2020-02-29")]
    [InlineData("2026-03-31", "- 1 mo", "2026-02-28")]
    public void A_month_that_is_too_short_gives_its_last_day(string start, string offset, string expected) =>
        Assert.Equal(Day(expected), Due($"nlt A {offset}", Anchors.Empty.With("A", Day(start))));

    [Fact]
    public void Two_steps_through_a_short_month_are_not_one_because_nothing_is_chained()
    {
        var august = Anchors.Empty.With("A", Day("2026-08-31"));
        var halfway = Anchors.Empty.With("A", Due("nlt A - 6 mo", august));
        Assert.NotEqual(Day("2026-08-31"), Due("nlt A + 6 mo", halfway));
    }

    [Fact]
    public void The_anchor_day_is_not_counted_even_when_it_is_not_worked()
    {
        // Saturday 3 January 2026: the first working day after it is Monday the 5th.
        Assert.Equal(Day("2026-01-05"), Due("within 1 wd of A", Anchors.Empty.With("A", Day("2026-01-03"))));
        // Monday the 5th itself: the next is Tuesday.
        Assert.Equal(Day("2026-01-06"), Due("within 1 wd of A", Anchors.Empty.With("A", Day("2026-01-05"))));
    }

    [Fact]
    public void Working_days_skip_the_long_closure_at_the_end_of_the_year() =>
        Assert.Equal(Day("2026-01-05"), Due("within 1 wd of 2025-12-23", Anchors.Empty));

    private static DateOnly Due(string rule, IAnchors anchors) =>
        Assert.IsType<Deadline>(Rule.Parse(rule).Resolve(anchors, Product)).LastDay;

    private static IEnumerable<(Rule Rule, bool Backward, Func<Resolution, DateOnly> Pick)> Forms(
        string unit, int amount, bool backward)
    {
        var term = $"A {(backward ? "−" : "+")} {amount} {unit}";
        yield return (Rule.Parse($"nlt {term}"), backward, LastDay);
        yield return (Rule.Parse($"before {term}"), backward, resolution => LastDay(resolution).AddDays(1));
        yield return (Rule.Parse($"nbf {term}"), backward, resolution => ((OpenEnded)resolution).Opens);
        yield return (Rule.Parse(term), backward, LastDay);
        yield return (Rule.Parse($"{term} … 2040-01-01"), backward, resolution => ((Deadline)resolution).Opens!.Value);
        if (!backward) yield return (Rule.Parse($"within {amount} {unit} of A"), false, LastDay);
    }

    private static DateOnly LastDay(Resolution resolution) => ((Deadline)resolution).LastDay;
}
