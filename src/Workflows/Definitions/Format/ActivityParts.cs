using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Catalog;

namespace Procedures.Definitions.Format;

/// <summary>What one activity holds: inputs, bound outputs, the activities in its lists and ports, its start.</summary>
/// <remarks>
/// A declared member is read as declared. Of a type that is not known, members are taken for what they look like, so
/// that a draft loses nothing from view while its types are being written.
/// </remarks>
internal sealed class ActivityParts
{
    private static readonly string[] ChildLists = ["activities", "branches"];
    private readonly JsonObjectReader _json;
    private readonly ActivityDeclaration? _declaration;
    private readonly Func<JsonObjectReader, ActivityNode?> _read;
    private readonly HashSet<string> _declared = [];

    public ActivityParts(
        JsonObjectReader json, ActivityDeclaration? declaration, Func<JsonObjectReader, ActivityNode?> read)
    {
        (_json, _declaration, _read) = (json, declaration, read);
        Children = ReadChildren();
        if (declaration is not null) ReadDeclared(declaration);
        ReadOthers();
        StartId = Declares("start") ? null : ReadStart();
    }

    public Dictionary<string, InputBinding> Inputs { get; } = [];
    public Dictionary<string, OutputBinding> Outputs { get; } = [];
    public Dictionary<string, ActivityNode> Ports { get; } = [];
    public ImmutableArray<ActivityNode> Children { get; }
    public string? StartId { get; }

    /// <summary>
    /// Whether the type declares an input of that member, which then is not what a flowchart means by it.
    /// </summary>
    public bool Declares(string member) => _declaration?.Inputs.Any(i => i.Member == member) ?? false;

    private void ReadDeclared(ActivityDeclaration declaration)
    {
        foreach (var input in declaration.Inputs)
        {
            _declared.Add(input.Member);
            if (InputReader.Declared(_json, input) is { } binding) Inputs[input.Member] = binding;
            if (HoldsCases(input)) ReadCases(input.Member);
        }
        foreach (var output in declaration.Outputs)
        {
            _declared.Add(output.Member);
            if (InputReader.Output(_json, output.Member) is { } binding) Outputs[output.Member] = binding;
        }
        foreach (var port in declaration.Ports.Where(p => p.IsEmbedded && p.Member != "start"))
        {
            _declared.Add(port.Member);
            if (_json.Inner(port.Member) is { } embedded && _read(embedded) is { } node) Ports[port.Member] = node;
        }
    }

    private static bool HoldsCases(InputDeclaration input) =>
        input.Member == "cases" || input.Hint is UiHint.FlowSwitchEditor or UiHint.SwitchEditor;

    private void ReadCases(string member)
    {
        foreach (var one in SwitchCases.Read(_json, member))
        {
            if (one.Condition is { } condition) Inputs[one.Key + ".condition"] = condition;
            if (one.Activity is { } activity && _read(activity) is { } node) Ports[one.Key] = node;
        }
    }

    private void ReadOthers()
    {
        foreach (var member in _json.Element.EnumerateObject())
        {
            if (_declared.Contains(member.Name) || member.Value.ValueKind != JsonValueKind.Object) continue;
            if (member.Name is "metadata" or "customProperties" or "start") continue;
            if (_declaration is not null) WarnUndeclared(_declaration, member);
            else ReadUndeclared(member);
        }
    }

    private void ReadUndeclared(JsonProperty member)
    {
        var json = _json with { Element = member.Value, Place = _json.At(member.Name) };
        if (InputReader.Undeclared(_json, member) is { } binding) Inputs[member.Name] = binding;
        else if (LooksLikeActivity(member.Value) && _read(json) is { } node) Ports[member.Name] = node;
        else if (member.Value.TryGetProperty("memoryReference", out _)
            && InputReader.Output(_json, member.Name) is { } output) Outputs[member.Name] = output;
    }

    private static bool LooksLikeActivity(JsonElement json) =>
        json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
        && json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String;

    private void WarnUndeclared(ActivityDeclaration declaration, JsonProperty member)
    {
        if (!InputReader.IsExpression(member.Value)) return;
        var question = NearestNames.Question(NearestNames.Of(member.Name, declaration.Inputs.Select(i => i.Member)));
        var shown = Quote.Of(member.Name);
        _json.Log.Warn(_json.At(member.Name), _json.Activity, (
            $"{declaration.TypeName} has no input {shown.English}; it is kept, but does nothing.{question.English}",
            $"{declaration.TypeName} n’a pas d’entrée {shown.French} ; elle est conservée, mais reste sans effet."
            + question.French));
    }

    private ImmutableArray<ActivityNode> ReadChildren()
    {
        var children = ImmutableArray.CreateBuilder<ActivityNode>();
        foreach (var list in ChildLists)
        {
            if (Declares(list) || (_declaration is null && !IsList(list))) continue;
            foreach (var json in _json.Objects(list))
                if (_read(json) is { } child) children.Add(child);
        }
        return children.ToImmutable();
    }

    private bool IsList(string member) => _json.Any(member) is { ValueKind: JsonValueKind.Array };

    private string? ReadStart()
    {
        if (_json.Any("start") is not { } start) return null;
        var id = start.ValueKind == JsonValueKind.String ? start.GetString() : _json.Inner("start")?.Text("id");
        if (string.IsNullOrEmpty(id)) return null;
        if (Children.Any(c => c.Id == id)) return id;
        _json.Log.Error(_json.At("start"), _json.Activity, (
            $"The start {Quote.Of(id).English} is not among the activities.",
            $"Le départ {Quote.Of(id).French} ne figure pas parmi les activités."));
        return null;
    }
}
