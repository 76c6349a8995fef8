namespace Procedures.Storage;

/// <summary>
/// Says which procedures have changed, on this host or on another one. A message may be lost: nothing may rest on it.
/// </summary>
public interface IChangeFeed
{
    /// <summary>Raised after commits, from any thread. What is called must not throw and not take long.</summary>
    event Action<StoreChange>? Changed;
}
