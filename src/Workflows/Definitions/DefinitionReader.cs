using System.Text;
using System.Text.Json;
using Procedures.Catalog;
using Procedures.Definitions.Format;
using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>Reads definitions from Elsa 3 workflow JSON: what Studio saves, and what Elsa 3 exports.</summary>
/// <remarks>
/// No input makes it throw or hang. What cannot be read is refused with the reason and the place; what can be read but
/// not run is an error; the rest is read as Elsa reads it.
/// </remarks>
/// <param name="catalog">The activity types that definitions may use.</param>
public sealed class DefinitionReader(ActivityCatalog catalog)
{
    /// <summary>The size in bytes above which a file is refused: 20 MB.</summary>
    public const int LargestFile = 20_000_000;

    /// <summary>Reads a definition from a text.</summary>
    public Reading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (Encoding.UTF8.GetByteCount(json) > LargestFile) return TooLarge();
        return Read(JsonText.Load(json.StartsWith('\ufeff') ? json[1..] : json));
    }

    /// <summary>Reads a definition from UTF-8, with or without a byte-order mark.</summary>
    public Reading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LargestFile) return TooLarge();
        return Read(JsonText.Load(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8));
    }

    private Reading Read(JsonText json)
    {
        var log = new ReadingLog();
        if (json.Problem is { } problem) log.Refuse(problem.Place, null, problem.Message);
        foreach (var place in json.Duplicates)
            log.Warn(place, null, (
                "This member stands twice in its object; the last one counts.",
                "Ce membre figure deux fois dans son objet ; le dernier l’emporte."));
        var definition = log.IsRefused ? null : Read(json.Root, log);
        return new Reading(log.IsRefused ? null : definition, log.Findings);
    }

    private Definition? Read(JsonElement root, ReadingLog log)
    {
        var json = new JsonObjectReader(root, "$", null, log);
        if (DefinitionShape.WhyNot(root) is { } reason)
        {
            log.Refuse(reason.Place, null, reason.Message);
            return null;
        }
        if (json.Inner("root") is not { } rootJson) return null;
        if (new ActivityReader(catalog).Read(rootJson, "Workflow1", 0) is not { } rootNode) return null;
        return Assemble(json, rootNode);
    }

    private static Definition Assemble(JsonObjectReader json, ActivityNode root)
    {
        var (custom, options) = (json.Inner("customProperties"), json.Inner("options"));
        foreach (var text in (string[])["$schema", "toolVersion", "createdAt", "materializerName"]) json.Text(text);
        return new Definition
        {
            Id = json.Text("id") ?? "",
            DefinitionId = Named(json, "definitionId"),
            Version = json.Whole("version", 1),
            Name = Named(json, "name").Trim(),
            Description = json.Text("description"),
            IsLatest = json.Truth("isLatest"),
            IsPublished = json.Truth("isPublished"),
            Variables = VariableReader.Read(json),
            Inputs = WorkflowArgumentReader.Inputs(json),
            Outputs = WorkflowArgumentReader.Outputs(json),
            Outcomes = [.. json.Texts("outcomes").Select(o => o.Text)],
            Mode = MarkReader.FlowchartMode(custom, options),
            Incidents = MarkReader.Incidents(options),
            Activation = MarkReader.Activation(options),
            IsActivity = options is { } o && o.Truth("usableAsActivity"),
            CustomProperties = custom is { } c ? (Value.Map)ValueJson.FromElement(c.Element) : Value.Map.Empty,
            Root = root,
            Document = json.Element,
            Hash = CanonicalJson.Hash(json.Element),
        };
    }

    private static string Named(JsonObjectReader json, string member)
    {
        var text = json.Text(member);
        if (string.IsNullOrWhiteSpace(text) && json.Any(member) is null or { ValueKind: JsonValueKind.String })
            json.Log.Warn(json.At(member), null, (
                $"The definition has no {member}.", $"La définition n’a pas de « {member} »."));
        return text ?? "";
    }

    private static Reading TooLarge() => new(null, [new Finding(FindingSeverity.Refused, "$", null, (
        $"The file is larger than {LargestFile / 1_000_000} MB.",
        $"Le fichier dépasse {LargestFile / 1_000_000} Mo."))]);
}
