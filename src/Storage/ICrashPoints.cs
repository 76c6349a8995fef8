namespace Procedures.Storage;

/// <summary>Lets a test stop the program dead at a named place. In production nothing happens there.</summary>
public interface ICrashPoints
{
    void Reach(CrashPoint point);
}
