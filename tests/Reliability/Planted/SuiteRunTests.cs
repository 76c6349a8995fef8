using System.Diagnostics;
using System.Globalization;

namespace Procedures.Reliability.Planted;

/// <summary>A suite with a fault in it ends, whatever the fault makes of it.</summary>
public sealed class SuiteRunTests : IDisposable
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("suite-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_suite_that_ends_well_has_noticed_nothing()
    {
        var end = Run("echo Passed", Ample);

        Assert.Equal((null, false, true), (end.Failed, end.IsOverdue, end.IsWell));
    }

    [Fact]
    public void A_suite_that_runs_in_circles_is_ended()
    {
        var end = Run("while [ ! -e $PLANTED_STOP ]; do :; done", TimeSpan.FromMilliseconds(200));

        Assert.Equal((null, true, false), (end.Failed, end.IsOverdue, end.IsWell));
    }

    [Fact]
    public void The_first_failure_ends_a_suite_that_would_go_on_for_ever()
    {
        var end = Run(
            "echo '[xUnit.net 00:00:01.02]     Procedures.A.BTests.C(days: 3) [FAIL]' >&2; while [ ! -e $PLANTED_STOP ]; do :; done", Ample);

        Assert.Equal(("A.BTests.C", false), (end.Failed, end.IsOverdue));
    }

    [Fact]
    public void What_a_suite_leaves_behind_keeps_nobody_waiting()
    {
        var end = Run("sleep 3600 & echo $! > left; exit 1", Ample);

        using var left = Process.GetProcessById(int.Parse(
            File.ReadAllText(Path.Combine(_folder, "left")), CultureInfo.InvariantCulture));
        left.Kill();
        Assert.Equal((null, false, false), (end.Failed, end.IsOverdue, end.IsWell));
    }

    private SuiteEnd Run(string script, TimeSpan bound) => SuiteRun.Run(_folder, "sh", ["-c", script], "none", bound);
}
