using System.Text.Json;

namespace Procedures.Definitions.Format;

/// <summary>Writes a definition's document: as it was read, except for what the definition knows better.</summary>
internal sealed class DocumentWriter(Utf8JsonWriter writer, Definition definition, bool isNormal)
{
    private readonly Dictionary<string, ActivityNode> _nodes =
        definition.Nodes.DistinctBy(n => n.Place).ToDictionary(n => n.Place);

    public void Write(string? schema)
    {
        writer.WriteStartObject();
        if (schema is not null) writer.WriteString("$schema", schema);
        foreach (var member in definition.Document.EnumerateObject())
        {
            if (member.Name == "links" || (schema is not null && member.Name == "$schema")) continue;
            writer.WritePropertyName(member.Name);
            if (!WriteOwn(member.Name, member.Value)) Write(member.Value, JsonPath.Member("$", member.Name));
        }
        foreach (var name in Own)
            if (!definition.Document.TryGetProperty(name, out _)) WriteMissing(name);
        writer.WriteEndObject();
    }

    private static readonly string[] Own = ["id", "definitionId", "name", "version", "isLatest", "isPublished"];

    /// <summary>Writes the definition's own word for a member, if its document says another.</summary>
    private bool WriteOwn(string name, JsonElement written)
    {
        var text = written.ValueKind == JsonValueKind.String ? written.GetString()! : "";
        var truth = written.ValueKind == JsonValueKind.True;
        var number = written.ValueKind == JsonValueKind.Number && written.TryGetInt32(out var n) && n > 0 ? n : 1;
        switch (name)
        {
            case "id" when text != definition.Id: writer.WriteStringValue(definition.Id); return true;
            case "definitionId" when text != definition.DefinitionId:
                writer.WriteStringValue(definition.DefinitionId);
                return true;
            case "name" when text != definition.Name: writer.WriteStringValue(definition.Name); return true;
            case "version" when number != definition.Version: writer.WriteNumberValue(definition.Version); return true;
            case "isLatest" when truth != definition.IsLatest:
                writer.WriteBooleanValue(definition.IsLatest);
                return true;
            case "isPublished" when truth != definition.IsPublished:
                writer.WriteBooleanValue(definition.IsPublished);
                return true;
            default: return false;
        }
    }

    private void WriteMissing(string name)
    {
        if (name == "id" && definition.Id.Length > 0) writer.WriteString(name, definition.Id);
        if (name == "definitionId" && definition.DefinitionId.Length > 0)
            writer.WriteString(name, definition.DefinitionId);
        if (name == "name" && definition.Name.Length > 0) writer.WriteString(name, definition.Name);
        if (name == "version" && definition.Version != 1) writer.WriteNumber(name, definition.Version);
        if (name == "isLatest" && definition.IsLatest) writer.WriteBoolean(name, true);
        if (name == "isPublished" && definition.IsPublished) writer.WriteBoolean(name, true);
    }

    private void Write(JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray()) Write(item, JsonPath.Item(place, index++));
            writer.WriteEndArray();
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            if (_nodes.TryGetValue(place, out var node)) WriteActivity(element, place, node);
            else
                foreach (var member in element.EnumerateObject()) WriteMember(member, place);
            writer.WriteEndObject();
        }
        else element.WriteTo(writer);
    }

    private void WriteMember(JsonProperty member, string place)
    {
        writer.WritePropertyName(member.Name);
        Write(member.Value, JsonPath.Member(place, member.Name));
    }

    private void WriteActivity(JsonElement activity, string place, ActivityNode node)
    {
        var hasId = activity.TryGetProperty("id", out _);
        if (isNormal && !hasId) writer.WriteString("id", node.Id);
        foreach (var member in activity.EnumerateObject())
        {
            if (member.Name == "nodeId") writer.WriteString("nodeId", node.NodeId);
            else if (isNormal && WriteNormal(member, node)) continue;
            else WriteMember(member, place);
        }
        if (!activity.TryGetProperty("nodeId", out _)) writer.WriteString("nodeId", node.NodeId);
    }

    private bool WriteNormal(JsonProperty member, ActivityNode node)
    {
        if (member.Name == "id") writer.WriteString("id", node.Id);
        else if (member.Name == "connections" && member.Value.ValueKind == JsonValueKind.Array)
            WriteConnections(member.Value);
        else if (Converted(member, node) is { } text) WriteLiteral(member, text);
        else return false;
        return true;
    }

    /// <summary>The text that a literal means, where the file writes it otherwise: dates.</summary>
    private static string? Converted(JsonProperty member, ActivityNode node) =>
        node.Inputs.TryGetValue(member.Name, out var input) && input.Kind == ExpressionKind.Literal
        && input.Literal.AsText is { } text && InputReader.IsExpression(member.Value)
        && member.Value.GetProperty("expression").TryGetProperty("value", out var value)
        && value.ValueKind == JsonValueKind.String && value.GetString() != text
            ? text : null;

    private void WriteLiteral(JsonProperty input, string text)
    {
        writer.WriteStartObject(input.Name);
        foreach (var member in input.Value.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (member.Name == "expression") WriteReplaced(member.Value, text);
            else member.Value.WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    private void WriteReplaced(JsonElement expression, string text)
    {
        writer.WriteStartObject();
        foreach (var member in expression.EnumerateObject())
            if (member.Name == "value") writer.WriteString("value", text);
            else member.WriteTo(writer);
        writer.WriteEndObject();
    }

    private void WriteConnections(JsonElement connections)
    {
        writer.WriteStartArray("connections");
        foreach (var connection in connections.EnumerateArray())
            if (IsOld(connection)) WriteOld(connection);
            else connection.WriteTo(writer);
        writer.WriteEndArray();
    }

    private static bool IsOld(JsonElement connection) =>
        connection.ValueKind == JsonValueKind.Object
        && connection.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.String
        && connection.TryGetProperty("target", out var target) && target.ValueKind == JsonValueKind.String;

    private void WriteOld(JsonElement connection)
    {
        writer.WriteStartObject();
        WriteEnd(connection, "source", "sourcePort", "Done");
        WriteEnd(connection, "target", "targetPort", "In");
        foreach (var member in connection.EnumerateObject())
            if (member.Name is not ("source" or "target" or "sourcePort" or "targetPort")) member.WriteTo(writer);
        writer.WriteEndObject();
    }

    private void WriteEnd(JsonElement connection, string name, string oldPort, string usual)
    {
        var port = connection.TryGetProperty(oldPort, out var p) && p.ValueKind == JsonValueKind.String
            ? p.GetString() : null;
        writer.WriteStartObject(name);
        writer.WriteString("activity", connection.GetProperty(name).GetString());
        writer.WriteString("port", string.IsNullOrEmpty(port) ? usual : port);
        writer.WriteEndObject();
    }
}
