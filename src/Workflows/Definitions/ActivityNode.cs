using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>
/// An activity as it stands in a definition, with its inputs, its children and its place on the canvas.
/// </summary>
public sealed class ActivityNode
{
    /// <summary>Unique within the definition.</summary>
    public required string Id { get; init; }

    /// <summary>The ids of all ancestors and the node's own, joined by colons, from "Workflow1" on.</summary>
    public required string NodeId { get; init; }
    public required string Type { get; init; }
    public int Version { get; init; } = 1;
    public string? Name { get; init; }

    /// <summary>The label on the canvas, or null.</summary>
    public string? DisplayText { get; init; }

    /// <summary>
    /// The activity as people know it: its label on the canvas, or its name; in French the French label where there is
    /// one. The custom property is the one that Studio keeps.
    /// </summary>
    public Bilingual Title
    {
        get
        {
            var label = DisplayText ?? Name ?? Id;
            return (label, CustomProperties[FrenchLabel].AsText ?? FrenchLabelInMetadata ?? label);
        }
    }

    private const string FrenchLabel = "displayTextFr";

    private string? FrenchLabelInMetadata =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("metadata", out var metadata)
        && metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty(FrenchLabel, out var french)
        && french.ValueKind == JsonValueKind.String ? french.GetString() : null;

    /// <summary>The definition that the activity stands for; null when it is of a type of its own.</summary>
    public DefinitionReference? Reference { get; init; }
    public bool CanStartWorkflow { get; init; }
    public MergeMode MergeMode { get; init; }
    public Value.Map CustomProperties { get; init; } = Value.Map.Empty;

    /// <summary>Inputs by the camelCase member of the JSON.</summary>
    public FrozenDictionary<string, InputBinding> Inputs { get; init; } = FrozenDictionary<string, InputBinding>.Empty;

    /// <summary>Bound outputs by the camelCase member of the JSON.</summary>
    public FrozenDictionary<string, OutputBinding> Outputs { get; init; } =
        FrozenDictionary<string, OutputBinding>.Empty;

    /// <summary>Members of a list: the activities of a flowchart or a sequence, the branches of a fork.</summary>
    public ImmutableArray<ActivityNode> Children { get; init; } = [];

    /// <summary>
    /// Embedded activities by port member: then, else, body, and "cases[0]" for the cases of a switch.
    /// </summary>
    public FrozenDictionary<string, ActivityNode> Ports { get; init; } = FrozenDictionary<string, ActivityNode>.Empty;
    public ImmutableArray<Connection> Connections { get; init; } = [];
    public ImmutableArray<Variable> Variables { get; init; } = [];

    /// <summary>The id of the activity that a flowchart names as its start, or null.</summary>
    public string? StartId { get; init; }

    /// <summary>Where the activity stands in the file, as a JSON path.</summary>
    public required string Place { get; init; }

    /// <summary>The activity's JSON as read.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The article that the activity rests on; kept where Studio leaves it untouched.</summary>
    public string? LegalSource => CustomProperties["legalSource"].AsText;

    public ActivityNode? Child(string id) => Children.FirstOrDefault(c => c.Id == id);

    public IEnumerable<ActivityNode> SelfAndDescendants() =>
        Children.Concat(Ports.Values).SelectMany(c => c.SelfAndDescendants()).Prepend(this);

    public override string ToString() => $"{Type} {Id}";
}
