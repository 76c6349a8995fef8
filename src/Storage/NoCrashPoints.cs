namespace Procedures.Storage;

/// <summary>Production: no place is special.</summary>
public sealed class NoCrashPoints : ICrashPoints
{
    public static readonly NoCrashPoints Instance = new();

    public void Reach(CrashPoint point) { }
}
