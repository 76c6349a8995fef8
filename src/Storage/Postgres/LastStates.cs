using Procedures.Execution;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Procedures as they were last seen, so that a state need not travel and be read again. Never truth: a step that is
/// computed from one of them is written only when the database still has its number.
/// </summary>
/// <remarks>Two generations: when the young one is full it becomes the old one, and what was old goes.</remarks>
internal sealed class LastStates(int mostCharacters = 4_000_000)
{
    private readonly Lock _lock = new();
    private Dictionary<string, (Procedure Procedure, int Size)> _young = new(StringComparer.Ordinal);
    private Dictionary<string, (Procedure Procedure, int Size)> _old = new(StringComparer.Ordinal);
    private int _size;

    public Procedure? Find(string id)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(id, out var young)) return young.Procedure;
            if (!_old.Remove(id, out var old)) return null;
            Put(id, old.Procedure, old.Size);
            return old.Procedure;
        }
    }

    /// <param name="size">The length of its document.</param>
    public void Remember(Procedure procedure, int size)
    {
        lock (_lock)
        {
            _old.Remove(procedure.Id);
            Put(procedure.Id, procedure, size);
        }
    }

    public void Forget(string id)
    {
        lock (_lock)
        {
            _old.Remove(id);
            if (_young.Remove(id, out var gone)) _size -= gone.Size;
        }
    }

    private void Put(string id, Procedure procedure, int size)
    {
        if (_young.TryGetValue(id, out var before)) _size -= before.Size;
        _young[id] = (procedure, size);
        _size += size;
        if (_size <= mostCharacters / 2) return;
        (_old, _young, _size) = (_young, new(StringComparer.Ordinal), 0);
    }
}
