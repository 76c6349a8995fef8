using Procedures.Play;
using Procedures.Storage;

namespace Procedures.Runtime.Conducting;

/// <summary>Sets the clock back once, between the finding of due work and its doing.</summary>
internal sealed class SetBack(HandClock clock) : ICrashPoints
{
    public TimeSpan By { get; set; }

    public void Reach(CrashPoint point)
    {
        if (point != CrashPoint.AfterDueWorkFound || By == TimeSpan.Zero) return;
        clock.Move(-By);
        By = TimeSpan.Zero;
    }
}
