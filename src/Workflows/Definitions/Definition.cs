using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>What a process owner has drawn: one version of one workflow definition, as read from Elsa's JSON.</summary>
public sealed class Definition
{
    private readonly Lazy<FrozenDictionary<string, ActivityNode>> _nodes;

    public Definition() => _nodes = new(Index);

    /// <summary>The id of this version.</summary>
    public required string Id { get; init; }

    /// <summary>The id that all versions share.</summary>
    public required string DefinitionId { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public bool IsLatest { get; init; }
    public bool IsPublished { get; init; }
    public ImmutableArray<Variable> Variables { get; init; } = [];
    public ImmutableArray<WorkflowInput> Inputs { get; init; } = [];
    public ImmutableArray<WorkflowOutput> Outputs { get; init; } = [];
    public ImmutableArray<string> Outcomes { get; init; } = [];
    public FlowchartMode Mode { get; init; }
    public IncidentStrategy Incidents { get; init; }

    /// <summary>Whether procedures may be opened while others run.</summary>
    public ActivationStrategy Activation { get; init; }

    /// <summary>Whether the designer offers the published version as an activity.</summary>
    public bool IsActivity { get; init; }
    public Value.Map CustomProperties { get; init; } = Value.Map.Empty;
    public required ActivityNode Root { get; init; }

    /// <summary>The document as it was read, with every member that this program does not know.</summary>
    public required JsonElement Document { get; init; }

    /// <summary>SHA-256 (lower-case hex) of what the definition means: a running procedure names it for ever.</summary>
    public required string Hash { get; init; }

    /// <summary>The node with that id anywhere in the definition, or null.</summary>
    public ActivityNode? Find(string activityId) => _nodes.Value.GetValueOrDefault(activityId);

    public IEnumerable<ActivityNode> Nodes => Root.SelfAndDescendants();

    // A draft may hold an id twice (a finding says so); the first node keeps the name.
    private FrozenDictionary<string, ActivityNode> Index() =>
        Nodes.DistinctBy(n => n.Id).ToFrozenDictionary(n => n.Id);
}
