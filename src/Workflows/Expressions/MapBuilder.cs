using System.Collections.Immutable;
using System.Globalization;

namespace Procedures.Expressions;

/// <summary>Collects the members of a map; setting a name again replaces its value and keeps its place.</summary>
internal sealed class MapBuilder(int capacity = 4)
{
    private const int FewMembers = 8;
    private readonly List<KeyValuePair<string, Value>> members = new(capacity);
    private Dictionary<string, int>? places;
    private bool hasIndex;

    public void Set(string name, Value value)
    {
        var place = PlaceOf(name);
        if (place >= 0)
        {
            members[place] = KeyValuePair.Create(name, value);
            return;
        }
        places?.Add(name, members.Count);
        members.Add(KeyValuePair.Create(name, value));
        hasIndex |= IsIndex(name, out _);
    }

    public Value.Map ToMapAsWritten() => new([.. members]);

    /// <summary>The map in JavaScript's order: names that are whole numbers first, in ascending order.</summary>
    public Value.Map ToMap() => !hasIndex
        ? ToMapAsWritten()
        : new([.. members.OrderBy(m => IsIndex(m.Key, out var index) ? index : uint.MaxValue)]);

    private int PlaceOf(string name)
    {
        if (members.Count > FewMembers && places is null)
        {
            places = new(StringComparer.Ordinal);
            for (var i = 0; i < members.Count; i++) places.Add(members[i].Key, i);
        }
        if (places is not null) return places.GetValueOrDefault(name, -1);
        for (var i = 0; i < members.Count; i++)
            if (string.Equals(members[i].Key, name, StringComparison.Ordinal)) return i;
        return -1;
    }

    private static bool IsIndex(string name, out uint index)
    {
        index = 0;
        if (name.Length is 0 or > 10 || !char.IsAsciiDigit(name[0]) || (name[0] == '0' && name.Length > 1))
            return false;
        return uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index)
            && index != uint.MaxValue;
    }
}
