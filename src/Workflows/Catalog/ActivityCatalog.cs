using System.Collections.Frozen;

namespace Procedures.Catalog;

/// <summary>The activity types that definitions may use. Type name and version are unique.</summary>
public sealed class ActivityCatalog
{
    private readonly FrozenDictionary<(string Type, int Version), ActivityType> _types;

    /// <exception cref="ArgumentException">Two types share a name and a version.</exception>
    public ActivityCatalog(IEnumerable<ActivityType> types) =>
        _types = types.ToFrozenDictionary(t => (t.Declaration.TypeName, t.Declaration.Version));

    /// <summary>The types in the order of their names.</summary>
    public IEnumerable<ActivityType> Types => _types.Values.OrderBy(t => t.Declaration.TypeName, StringComparer.Ordinal);

    public ActivityType? Find(string typeName, int version = 1) => _types.GetValueOrDefault((typeName, version));
}
