using Procedures.Storage;

namespace Procedures.Runtime.Conducting;

/// <summary>Kills the program when it reaches its n-th named place; a dead program then does nothing more.</summary>
internal sealed class StopAt(int nth) : ICrashPoints
{
    public int Reached { get; private set; }
    public HashSet<CrashPoint> Seen { get; } = [];

    /// <summary>Where the program was killed; null while it lives.</summary>
    public CrashPoint? Stopped { get; private set; }

    public void Reach(CrashPoint point)
    {
        Seen.Add(point);
        if (++Reached < nth) return;
        Stopped ??= point;
        throw new StoppedDead();
    }
}
