using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Storage;

/// <summary>Which procedures a list shows. What is empty or null filters nothing.</summary>
public sealed record ProcedureFilter
{
    public static readonly ProcedureFilter All = new();

    /// <summary>Found in id, title, name, state or stage, without regard to case and accents.</summary>
    public string? Text { get; init; }
    public ImmutableArray<ProcedureStatus> Statuses { get; init; } = [];
    public ImmutableArray<string> DefinitionIds { get; init; } = [];

    /// <summary>The state party's ISO 3166 two-letter code.</summary>
    public string? State { get; init; }
    public string? CorrelationId { get; init; }

    /// <summary>True: with incidents only; false: without; null: both.</summary>
    public bool? HasIncidents { get; init; }

    /// <summary>Leaves out the children of other procedures.</summary>
    public bool OnlyRoots { get; init; }

    /// <summary>Shows those as well that were taken off the lists.</summary>
    public bool WithRemoved { get; init; }
    public ProcedureOrder Order { get; init; } = ProcedureOrder.Deadline;

    /// <summary>Whether it shows all that is not removed.</summary>
    internal bool ShowsEverything =>
        this is { Statuses.IsEmpty: true, DefinitionIds.IsEmpty: true, State: null, CorrelationId: null }
        && this is { HasIncidents: null, OnlyRoots: false, WithRemoved: false } && string.IsNullOrWhiteSpace(Text);
}
