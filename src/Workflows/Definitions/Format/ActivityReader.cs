using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>Reads activities with all that they hold, by the declarations of their types.</summary>
internal sealed class ActivityReader(ActivityCatalog catalog)
{
    private const int MostActivities = 10_000;
    private const int DeepestActivity = 200;
    private readonly ActivityTypeReader _types = new(catalog);
    private readonly ActivityIds _ids = new();
    private readonly Dictionary<ActivityNode, ActivityDeclaration> _declarations = [];
    private int _count;

    /// <summary>The activity; null when the file holds too many or nests them too deep.</summary>
    /// <param name="json">The activity's object.</param>
    /// <param name="parent">The node id of the activity that holds it.</param>
    /// <param name="depth">How many activities hold it.</param>
    public ActivityNode? Read(JsonObjectReader json, string parent, int depth)
    {
        if (!IsAllowed(json, depth)) return null;
        var id = _ids.Read(json);
        json = json with { Activity = id };
        var (type, version) = (json.Text("type"), json.Whole("version", 1));
        var declaration = _types.Find(json, type, version);
        var nodeId = $"{parent}:{id}";
        var parts = new ActivityParts(json, declaration, inner => Read(inner, nodeId, depth + 1));
        var custom = json.Inner("customProperties");
        var node = new ActivityNode
        {
            Id = id, NodeId = nodeId, Type = type ?? "", Version = version, Name = json.Text("name"),
            DisplayText = json.Inner("metadata")?.Text("displayText"),
            Reference = declaration is null ? ActivityTypeReader.ReferenceIn(json) : null,
            CanStartWorkflow = custom?.Truth("canStartWorkflow") ?? false,
            MergeMode = custom is { } c ? MarkReader.MergeMode(c) : MergeMode.None,
            CustomProperties = custom is { } map ? (Value.Map)ValueJson.FromElement(map.Element) : Value.Map.Empty,
            Inputs = parts.Inputs.ToFrozenDictionary(), Outputs = parts.Outputs.ToFrozenDictionary(),
            Children = parts.Children, Ports = parts.Ports.ToFrozenDictionary(),
            Connections = ConnectionReader.Read(json, parts.Children, PortsOf),
            Variables = parts.Declares("variables") ? [] : VariableReader.Read(json),
            StartId = parts.StartId, Place = json.Place, Json = json.Element,
        };
        if (declaration is not null) _declarations[node] = declaration;
        if (custom is { } properties) MarkReader.CheckLegalSource(properties);
        return node;
    }

    private bool IsAllowed(JsonObjectReader json, int depth)
    {
        if (json.Log.IsRefused && (_count >= MostActivities || depth > DeepestActivity)) return false;
        if (depth > DeepestActivity)
            json.Log.Refuse(json.Place, null, (
                $"Activities are nested more than {DeepestActivity} levels deep.",
                $"Les activités comportent plus de {DeepestActivity} niveaux d’imbrication."));
        else if (_count++ >= MostActivities)
            json.Log.Refuse(json.Place, null, (
                $"The definition has more than {MostActivities} activities.",
                $"La définition comporte plus de {MostActivities} activités."));
        else return true;
        return false;
    }

    private IReadOnlySet<string>? PortsOf(ActivityNode node)
    {
        if (!_declarations.TryGetValue(node, out var declaration)) return null;
        return declaration.IsTerminal ? FrozenSet<string>.Empty : SourcePorts.Of(node, declaration);
    }
}
