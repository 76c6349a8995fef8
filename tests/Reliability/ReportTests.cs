namespace Procedures.Reliability;

/// <summary>What was measured at length stands beside what every build measures.</summary>
public sealed class ReportTests
{
    [Fact]
    public void A_short_run_takes_nothing_away_from_a_long_one()
    {
        var before = Report.Merge([], Measured("years", 100_000), Effort.Of(["--long"]));

        var after = Report.Merge(before, Measured("years", 500), Effort.Of([]));

        Assert.Equal([("long", 100_000L), ("short", 500L)], after.Select(f => (f.Form, f.Figure.Runs)));
    }

    [Fact]
    public void A_part_of_a_run_replaces_only_what_it_has_measured()
    {
        var before = Report.Merge([], Measured("years", 500).And(Measured("races", 70)), Effort.Of([]));

        var after = Report.Merge(before, Measured("races", 80), Effort.Of(["--only", "races"]));

        Assert.Equal([("years", 500L), ("races", 80L)], after.Select(f => (f.Figure.Name, f.Figure.Runs)));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        const string old = """
            {"commit":"abc","date":"1 May 2026","machine":"m","figures":[
                {"name":"years","runs":500,"distinct":3,"broken":0,"seconds":1.5,"note":"n"}]}
            """;

        var read = Report.ReadAll(old);
        var again = Report.ReadAll($$"""{"figures":[{{read[0].ToJson().ToJsonString()}}]}""");

        Assert.Equal(read.ToArray(), again.ToArray());
        Assert.Equal(("short", "abc", "1 May 2026", 1.5), (again[0].Form, again[0].Commit, again[0].Day, again[0].Figure.Took.TotalSeconds));
    }

    [Fact]
    public void Each_planted_fault_keeps_the_test_that_noticed_it()
    {
        var figure = new Figure("faults", 2, 1, 1, "", TimeSpan.FromSeconds(1))
        {
            Caught = [new("early", "A day is lost.", "Deadlines.Tests"), new("silent", "Nobody is told.", null)],
        };
        var before = Report.Merge([], new Outcome([figure], []), Effort.Of(["--long"]));

        var again = Report.ReadAll($$"""{"figures":[{{before[0].ToJson().ToJsonString()}}]}""");

        Assert.Equal(figure.Caught.ToArray(), again[0].Figure.Caught.ToArray());
    }

    private static Outcome Measured(string name, long runs) => new([new Figure(name, runs, 1, 0, "", TimeSpan.FromSeconds(1))], []);
}
