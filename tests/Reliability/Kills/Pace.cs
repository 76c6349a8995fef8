namespace Procedures.Reliability.Kills;

/// <summary>How far a run has come: new work begins in step with the blows.</summary>
internal sealed class Pace(int blows)
{
    private int _fallen;

    public int Fallen => Volatile.Read(ref _fallen);

    public void BlowFalls() => Interlocked.Increment(ref _fallen);

    /// <summary>How many of so many may have begun by now; all before the last blow falls.</summary>
    public int Of(int count) => (int)Math.Ceiling(count * (Fallen + 1.0) / (blows + 1));
}
