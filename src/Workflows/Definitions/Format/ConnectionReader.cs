using System.Collections.Immutable;
using System.Text.Json;

namespace Procedures.Definitions.Format;

/// <summary>Reads the arrows of a flowchart, in today's form and in that of earlier Elsa 3 exports.</summary>
internal static class ConnectionReader
{
    /// <summary>The arrows between activities that exist; others are found and left out.</summary>
    /// <param name="portsOf">The ports of a child; null when any is possible.</param>
    public static ImmutableArray<Connection> Read(
        JsonObjectReader flowchart, ImmutableArray<ActivityNode> children,
        Func<ActivityNode, IReadOnlySet<string>?> portsOf)
    {
        if (flowchart.Array("connections") is null) return [];
        var nodes = children.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        var ports = new Dictionary<string, IReadOnlySet<string>?>();
        var seen = new HashSet<Connection>();
        var connections = ImmutableArray.CreateBuilder<Connection>();
        foreach (var json in flowchart.Objects("connections"))
        {
            if (Ends(json) is not { } connection) continue;
            var bothExist = Exists(json, "source", connection.Source, nodes)
                & Exists(json, "target", connection.Target, nodes);
            if (!bothExist) continue;
            if (!seen.Add(connection))
            {
                json.Log.Warn(json.Place, connection.Source, (
                    $"The same connection stands twice: {connection.Key}.",
                    $"La même connexion figure deux fois : {connection.Key}."));
                continue;
            }
            if (!ports.TryGetValue(connection.Source, out var known))
                ports[connection.Source] = known = portsOf(nodes[connection.Source]);
            CheckPort(json, connection, known);
            connections.Add(connection);
        }
        return connections.ToImmutable();
    }

    private static Connection? Ends(JsonObjectReader json)
    {
        var (source, port) = End(json, "source", "sourcePort");
        var (target, _) = End(json, "target", "targetPort");
        return source is null || target is null ? null
            : new Connection(source, string.IsNullOrEmpty(port) ? "Done" : port, target);
    }

    private static (string? Activity, string? Port) End(JsonObjectReader json, string name, string oldPort)
    {
        if (json.Any(name) is { ValueKind: JsonValueKind.String } id) return (id.GetString(), json.Text(oldPort));
        var end = json.Inner(name);
        var (activity, port) = (end?.Text("activity"), end?.Text("port"));
        if (string.IsNullOrEmpty(activity) && (json.Any(name) is null || end is not null))
            json.Log.Error(json.At(name), null, (
                $"The connection does not say its {name} activity.",
                $"La connexion n’indique pas son activité {(name == "source" ? "de départ" : "d’arrivée")}."));
        return (string.IsNullOrEmpty(activity) ? null : activity, port);
    }

    private static bool Exists(
        JsonObjectReader json, string end, string id, Dictionary<string, ActivityNode> nodes)
    {
        if (nodes.ContainsKey(id)) return true;
        var shown = Quote.Of(id);
        json.Log.Error(json.At(end), id, end == "source"
            ? ($"The connection leaves the activity {shown.English}, which is not in this flowchart.",
                $"La connexion part de l’activité {shown.French}, qui ne figure pas dans ce diagramme.")
            : ($"The connection leads to the activity {shown.English}, which is not in this flowchart.",
                $"La connexion mène à l’activité {shown.French}, qui ne figure pas dans ce diagramme."));
        return false;
    }

    private static void CheckPort(JsonObjectReader json, Connection connection, IReadOnlySet<string>? known)
    {
        if (known is null || known.Contains(connection.Port)) return;
        var port = Quote.Of(connection.Port);
        var names = string.Join(", ", known.Order(StringComparer.Ordinal).Take(12).Select(Quote.Shown));
        json.Log.Warn(json.At("source"), connection.Source, known.Count == 0
            ? ("Nothing follows this activity: the connection is never taken.",
                "Rien ne suit cette activité : la connexion n’est jamais empruntée.")
            : ($"The activity has no outcome {port.English}: the connection is never taken. It has: {names}.",
                $"L’activité n’a pas d’issue {port.French} : la connexion n’est jamais empruntée. "
                + $"Issues possibles : {names}."));
    }
}
