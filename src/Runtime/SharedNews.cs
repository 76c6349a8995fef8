using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Carries news between the hosts of one database: own steps at once, those of others as the store hears of them.</summary>
public sealed class SharedNews : IChangeNews, IDisposable
{
    private readonly LocalNews _here = new();
    private readonly IChangeFeed _others;

    /// <param name="others">Says what has been committed here and elsewhere.</param>
    public SharedNews(IChangeFeed others)
    {
        _others = others;
        _others.Changed += Hear;
    }

    /// <inheritdoc />
    public void Announce(string procedureId) => _here.Announce(procedureId);

    /// <inheritdoc />
    public IDisposable Listen(Action<string?> heard) => _here.Listen(heard);

    public void Dispose() => _others.Changed -= Hear;

    private void Hear(StoreChange change)
    {
        // Whoever has taken a step on this host has announced it already.
        if (change.IsOwn) return;
        if (change.ProcedureIds.IsEmpty) _here.AnnounceAll();
        foreach (var id in change.ProcedureIds) _here.Announce(id);
    }
}
