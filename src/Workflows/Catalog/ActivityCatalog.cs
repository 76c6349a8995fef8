using System.Collections.Frozen;
using Procedures.Definitions;

namespace Procedures.Catalog;

/// <summary>The activity types that definitions may use. Type name and version are unique.</summary>
public sealed class ActivityCatalog
{
    /// <summary>The type that runs definitions which are used as activities.</summary>
    public const string OfDefinitions = "Elsa.WorkflowDefinitionActivity";

    private readonly FrozenDictionary<(string Type, int Version), ActivityType> _types;

    /// <exception cref="ArgumentException">Two types share a name and a version.</exception>
    public ActivityCatalog(IEnumerable<ActivityType> types) =>
        _types = types.ToFrozenDictionary(t => (t.Declaration.TypeName, t.Declaration.Version));

    /// <summary>The types in the order of their names.</summary>
    public IEnumerable<ActivityType> Types =>
        _types.Values.OrderBy(t => t.Declaration.TypeName, StringComparer.Ordinal);

    public ActivityType? Find(string typeName, int version = 1) => _types.GetValueOrDefault((typeName, version));

    /// <summary>The type of an activity; one type serves all definitions that are used as activities.</summary>
    public ActivityType? Find(ActivityNode node) =>
        Find(node.Type, node.Version) ?? (node.Reference is null ? null : Find(OfDefinitions));
}
