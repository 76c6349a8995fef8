using System.Text;
using System.Text.Json;
using Procedures.Definitions.Format;
using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>Writes definitions as Elsa 3 workflow JSON, with every member that this program does not know.</summary>
public static class DefinitionWriter
{
    /// <summary>What marks an exported file; Studio refuses to import one without it.</summary>
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    /// <summary>The definition's document, with the node id of every activity and without the server's links.</summary>
    /// <param name="definition">The definition; its id, name and version stand above those of its document.</param>
    /// <param name="export">Whether the document is a file that Studio and stock Elsa shall import.</param>
    /// <param name="indented">Whether people will read it.</param>
    public static string Write(Definition definition, bool export = false, bool indented = false) =>
        Write(definition, export ? Schema : null, indented, isNormal: false);

    /// <summary>
    /// The document as it is kept: missing activity ids are given, connections have today's form, and dates that
    /// Studio wrote in its browser's culture are written in ISO 8601.
    /// </summary>
    public static string Normalise(Definition definition, bool indented = false) =>
        Write(definition, null, indented, isNormal: true);

    /// <summary>
    /// The same definition as another version: what publishing, drafting, copying and reverting need.
    /// </summary>
    public static Definition Renumber(
        Definition definition, string id, string definitionId, int version, bool isLatest, bool isPublished)
    {
        var renumbered = Copy(definition, id, definitionId, version, (isLatest, isPublished), definition.Document, "");
        var document = JsonText.Load(Write(renumbered)).Root;
        return Copy(
            definition, id, definitionId, version, (isLatest, isPublished), document, CanonicalJson.Hash(document));
    }

    private static string Write(Definition definition, string? schema, bool indented, bool isNormal)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, indented ? ReadableJson.IndentedWriter : ReadableJson.Writer))
            new DocumentWriter(writer, definition, isNormal).Write(schema);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static Definition Copy(
        Definition from, string id, string definitionId, int version, (bool Latest, bool Published) isThe,
        JsonElement document, string hash) => new()
        {
            Id = id, DefinitionId = definitionId, Version = version, Name = from.Name, Description = from.Description,
            IsLatest = isThe.Latest, IsPublished = isThe.Published, Variables = from.Variables, Inputs = from.Inputs,
            Outputs = from.Outputs, Outcomes = from.Outcomes, Mode = from.Mode, Incidents = from.Incidents,
            Activation = from.Activation, IsActivity = from.IsActivity,
            CustomProperties = from.CustomProperties, Root = from.Root, Document = document, Hash = hash,
        };
}
