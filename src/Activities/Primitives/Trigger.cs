using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Primitives;

/// <summary>Whether an activity is the trigger that has just started its procedure.</summary>
internal static class Trigger
{
    private const string Fired = "triggerFired";

    /// <summary>
    /// True once: a trigger that a loop returns to within the same step waits like any other activity.
    /// </summary>
    public static bool HasFired(Activation activation)
    {
        if (activation.TriggerActivityId != activation.Node.Id) return false;
        var procedure = activation;
        while (procedure.Parent is { } parent) procedure = parent;
        if (procedure.Memory.Has(Fired)) return false;
        procedure.Memory = procedure.Memory.With(Fired, Value.True);
        return true;
    }
}
