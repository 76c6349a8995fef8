using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Procedures.Api;

/// <summary>Which window made the latest saves of each definition, since the host started.</summary>
/// <remarks>
/// Studio saves by itself after every change and may send the next save before it has the answer to the last one. Such
/// a save echoes an older text of the same window, which is no conflict; an older text of another window is one.
/// </remarks>
internal sealed class SaveTrail
{
    private const int Kept = 50;
    private readonly ConcurrentDictionary<string, ImmutableList<Mark>> _marks = new(StringComparer.Ordinal);

    /// <param name="Before">The revision that the save replaced; null when there was none.</param>
    public sealed record Mark(string? Before, string Revision, string Window, DateTimeOffset At);

    public void Add(string definitionId, Mark mark) => _marks.AddOrUpdate(
        definitionId, [mark], (_, marks) => (marks.Count < Kept ? marks : marks.RemoveAt(0)).Add(mark));

    /// <summary>Whether everything that was saved after the echoed revision came from that window.</summary>
    public bool IsOwn(string definitionId, string echoed, string current, string window)
    {
        var marks = _marks.GetValueOrDefault(definitionId, []);
        if (window.Length == 0 || marks.IsEmpty || marks[^1].Revision != current) return false;
        var since = marks.FindLastIndex(mark => mark.Before == echoed);
        return since >= 0 && marks.Skip(since).All(mark => mark.Window == window);
    }
}
