using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

public class ReminderPlanTests
{
    private static readonly DateOnly Last = Day("2026-06-22");

    [Theory]
    [InlineData("R60", "before-60 before-30 before-14 before-7 before-3 before-1 expiry overdue-1 overdue-7 overdue-14 "
        + "overdue-21 overdue-28")]
    [InlineData("R30", "before-30 before-14 before-7 before-1 expiry overdue-1 overdue-7 overdue-14 overdue-21 "
        + "overdue-28")]
    [InlineData("R14", "before-14 before-7 before-2 expiry overdue-1 overdue-3")]
    [InlineData("R3", "before-3 before-1 today expiry overdue-1")]
    [InlineData("RM", "meeting-14 meeting-3 meeting-1 expiry")]
    [InlineData("none", "expiry")]
    public void Each_profile_has_its_moments_in_order(string profile, string occasions)
    {
        var plan = Plan(profile);
        var moments = plan.Moments().TakeWhile(moment => moment.At < At("2026-07-21")).ToList();
        Assert.Equal(occasions, string.Join(' ', moments.Select(moment => moment.Occasion.Key)));
        Assert.Equal(moments.OrderBy(moment => moment.At), moments);
    }

    [Fact]
    public void Reminders_go_out_at_eight_in_Paris_in_winter_and_in_summer()
    {
        // The deadline is on 1 April; the clock changes on 29 March.
        var plan = new ReminderPlan(Day("2026-04-01"), ReminderProfile.R14);
        Assert.Equal(
            [Utc("2026-03-18", 7), Utc("2026-03-25", 7), Utc("2026-03-30", 6), Utc("2026-04-01", 22),
                Utc("2026-04-02", 6), Utc("2026-04-04", 6)],
            plan.Moments().Select(moment => moment.At));
    }

    [Fact]
    public void A_deadline_expires_at_midnight_in_Paris_after_its_last_day()
    {
        Assert.Equal(Utc("2026-06-22", 22), Plan("None").ExpiresAt);
        Assert.True(Plan("None").NextAfter(At("2026-01-01"))!.IsExpiry);
        Assert.Null(Plan("None").NextAfter(Utc("2026-06-22", 22)));
    }

    [Fact]
    public void After_downtime_every_missed_moment_is_known_and_only_the_latest_reminder_is_sent()
    {
        var plan = Plan("R60");
        var (stopped, back) = (At("2026-06-10"), At("2026-06-24"));
        Assert.Equal(["before-7", "before-3", "before-1", "expiry", "overdue-1"],
            plan.DueBetween(stopped, back).Select(moment => moment.Occasion.Key));
        Assert.Equal(new ReminderOccasion.Overdue(1), plan.LatestReminder(stopped, back)!.Occasion);
    }

    [Fact]
    public void When_only_the_expiry_was_missed_no_reminder_is_sent() =>
        Assert.Null(Plan("R60").LatestReminder(Utc("2026-06-22", 21), Utc("2026-06-22", 23)));

    [Fact]
    public void A_moment_is_due_when_it_strikes_and_handled_once()
    {
        var plan = Plan("R14");
        var moment = Utc("2026-06-08", 6);
        Assert.Empty(plan.DueBetween(null, moment.AddTicks(-1)));
        Assert.Equal("before-14", plan.DueBetween(null, moment).Single().Occasion.Key);
        Assert.Empty(plan.DueBetween(moment, moment.AddDays(1)));
        Assert.Equal("before-14", plan.NextAfter(moment.AddTicks(-1))!.Occasion.Key);
        Assert.Equal("before-7", plan.NextAfter(moment)!.Occasion.Key);
    }

    [Fact]
    public void A_wait_opened_late_is_not_reminded_of_what_was_past_already() =>
        Assert.Equal("before-3", Plan("R60").NextAfter(At("2026-06-17"))!.Occasion.Key);

    [Fact]
    public void The_weekly_tail_never_ends() =>
        Assert.Equal(new ReminderOccasion.Overdue(7 * 521),
            Plan("R30").LatestReminder(null, At("2036-06-20"))!.Occasion);

    [Fact]
    public void Stepping_from_moment_to_moment_meets_every_moment_once()
    {
        foreach (var profile in ReminderProfile.All)
        {
            var plan = new ReminderPlan(Last, profile);
            var stepped = new List<ReminderMoment>();
            for (var next = plan.NextAfter(DateTimeOffset.MinValue); next is not null && stepped.Count < 40;
                 next = plan.NextAfter(next.At))
                stepped.Add(next);
            Assert.Equal(plan.Moments().Take(40), stepped);
        }
    }

    [Fact]
    public void Profiles_are_found_by_name_whatever_the_case()
    {
        Assert.All(ReminderProfile.All, profile =>
            Assert.Same(profile, ReminderProfile.Find($" {profile.Name.ToLowerInvariant()} ")));
        Assert.Null(ReminderProfile.Find("R15"));
    }

    private static ReminderPlan Plan(string profile) => new(Last, ReminderProfile.Find(profile)!);

    private static DateTimeOffset At(string day) => Utc(day, 12);

    private static DateTimeOffset Utc(string day, int hour) =>
        new(Day(day).ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);
}
