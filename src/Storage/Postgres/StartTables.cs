using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Storage.Postgres;

/// <summary>What an opening proves: that its start is still due, and that it may stand beside what runs.</summary>
internal static class StartTables
{
    public static readonly RowSet<TriggerStart> MoveOn = new("triggers.move_on_all",
        Column<TriggerStart>.Text("definition_id", s => s.Trigger.DefinitionId),
        Column<TriggerStart>.Text("activity_id", s => s.Trigger.ActivityId),
        Column<TriggerStart>.Text("version_id", s => s.Trigger.VersionId),
        Column<TriggerStart>.Moment("due_at", s => s.Trigger.DueAt), Column<TriggerStart>.Moment("next", s => s.Next));

    public static readonly RowSet<StepRows> Lock =
        new("steps.lock_activations", Column<StepRows>.Text("id", r => r.After.Id));

    public static readonly RowSet<StepRows> RequireFree = new("steps.require_free",
        Column<StepRows>.Text("id", r => r.After.Id),
        Column<StepRows>.Text("definition_id", r => r.After.Definition.DefinitionId),
        Column<StepRows>.Text("correlation_id", r => ((Stimulus.Opened)r.Commit.Stimulus).CorrelationId),
        Column<StepRows>.Flag("any_definition", r => r.After.Definition.Activation == ActivationStrategy.Correlation),
        Column<StepRows>.Flag("any_correlation", r => r.After.Definition.Activation == ActivationStrategy.Singleton));

    /// <summary>Whether the step opens a procedure that may not stand beside every other.</summary>
    public static bool IsExclusive(StepRows step) =>
        step.Before.Step == 0 && step.Commit.Stimulus is Stimulus.Opened { AsActivity: false }
        && step.After.Definition.Activation is not ActivationStrategy.Always;
}
