using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>An activity that runs its body again and again, until it has had enough or a Break ends it.</summary>
public abstract class Loop : ActivityType
{
    private const string Broken = "broken";

    internal static OutputDeclaration CurrentValue { get; } = new(
        "CurrentValue", "Object", ("Current value", "Valeur courante"),
        ("The value of this turn.", "La valeur de ce tour."));

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes)
    {
        if (activation.Memory.Has(Broken)) activation.Complete();
        else Turn(activation);
    }

    /// <summary>Begins the next turn, or completes.</summary>
    protected abstract void Turn(Activation activation);

    /// <summary>Starts the body with the variables of this turn; without a body the loop completes.</summary>
    protected static void RunBody(Activation activation, Value.Map variables)
    {
        if (activation.Node.Ports.TryGetValue(Ports.Body.Member, out var body)) activation.Schedule(body, variables);
        else activation.Complete();
    }

    /// <summary>Ends the nearest loop around the activity, whatever still runs in its body.</summary>
    internal static void End(Activation inside)
    {
        var loop = inside.Parent;
        while (loop is not null && loop.Type is not Loop) loop = loop.Parent;
        // The mark comes first: completing the Break may complete the body, and the loop must not begin another turn.
        if (loop is not null) loop.Memory = loop.Memory.With(Broken, Value.True);
        inside.Complete();
        loop?.Complete();
    }
}
