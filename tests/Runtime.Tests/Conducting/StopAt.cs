using Procedures.Storage;

namespace Procedures.Runtime.Conducting;

/// <summary>Kills the program when it reaches its n-th named place; a dead program then does nothing more.</summary>
internal sealed class StopAt(int nth) : ICrashPoints
{
    public int Reached { get; private set; }
    public HashSet<CrashPoint> Seen { get; } = [];

    public void Reach(CrashPoint point)
    {
        Seen.Add(point);
        if (++Reached >= nth) throw new StoppedDead();
    }
}
