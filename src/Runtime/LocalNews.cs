using System.Collections.Immutable;

namespace Procedures.Runtime;

/// <summary>Carries news within one host.</summary>
public sealed class LocalNews : IChangeNews
{
    private ImmutableList<Listener> _listeners = [];

    /// <inheritdoc />
    public void Announce(string procedureId)
    {
        foreach (var listener in _listeners) listener.Heard(procedureId);
    }

    /// <summary>Tells all listeners that procedures have changed and nobody says which.</summary>
    public void AnnounceAll()
    {
        foreach (var listener in _listeners) listener.Heard(null);
    }

    /// <inheritdoc />
    public IDisposable Listen(Action<string?> heard)
    {
        var listener = new Listener(this, heard);
        ImmutableInterlocked.Update(ref _listeners, (all, one) => all.Add(one), listener);
        return listener;
    }

    private sealed class Listener(LocalNews news, Action<string?> heard) : IDisposable
    {
        public Action<string?> Heard { get; } = heard;

        public void Dispose() =>
            ImmutableInterlocked.Update(ref news._listeners, (all, one) => all.Remove(one), this);
    }
}
