namespace Procedures.Storage;

/// <summary>Tells a database that was out of reach from work that cannot be done.</summary>
public interface IReachable
{
    /// <summary>
    /// True when the failure says only that the database ended, started or was cut off while it was asked. What was
    /// asked is done or is not; it may be asked again at once when the database answers, and nothing is wrong with it.
    /// </summary>
    bool IsOutOfReach(Exception failure) => false;
}
