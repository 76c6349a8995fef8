namespace Procedures.Api;

/// <summary>Which procedures are looked at right now, and through which connections.</summary>
public sealed class Watchers
{
    /// <summary>A viewer looks at one procedure; whoever asks for very many wants something else.</summary>
    private const int MostForOneConnection = 20;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<string>> _ofConnection = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ofProcedure = new(StringComparer.Ordinal);

    /// <summary>The connection looks at the procedure from now on.</summary>
    /// <returns>False when the connection watches too many already.</returns>
    public bool Watch(string connection, string procedureId)
    {
        lock (_lock)
        {
            if (!_ofConnection.TryGetValue(connection, out var watched))
                _ofConnection[connection] = watched = new HashSet<string>(StringComparer.Ordinal);
            if (watched.Contains(procedureId)) return true;
            if (watched.Count == MostForOneConnection) return false;
            watched.Add(procedureId);
            _ofProcedure[procedureId] = _ofProcedure.GetValueOrDefault(procedureId) + 1;
            return true;
        }
    }

    /// <summary>The connection has gone.</summary>
    public void Leave(string connection)
    {
        lock (_lock)
        {
            if (!_ofConnection.Remove(connection, out var watched)) return;
            foreach (var id in watched)
                if (--_ofProcedure[id] == 0) _ofProcedure.Remove(id);
        }
    }

    /// <summary>Everything that somebody looks at now.</summary>
    public IReadOnlyList<string> All
    {
        get { lock (_lock) return [.. _ofProcedure.Keys]; }
    }

    /// <summary>Whether anybody looks at it.</summary>
    public bool IsWatched(string procedureId)
    {
        lock (_lock) return _ofProcedure.ContainsKey(procedureId);
    }
}
