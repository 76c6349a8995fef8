using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's Event: waits for an event of that name, or starts a procedure when it comes.</summary>
public sealed class Event : ActivityType
{
    private static readonly InputDeclaration EventName = new(
        "EventName", "String", ("Event name", "Nom de l’événement"),
        ("The event to wait for.", "L’événement à attendre."));
    private static readonly OutputDeclaration Result = new(
        "Result", "Object", ("Result", "Résultat"), ("What the event brought.", "Ce que l’événement apporte."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Event", Categories.Primitives, ("Event", "Événement"),
        ("Waits for an event.", "Attend un événement."))
    {
        Kind = ActivityKind.Trigger, Inputs = [EventName], Outputs = [Result],
    };

    public override void Start(Activation activation)
    {
        if (Trigger.HasFired(activation))
        {
            Resumed(activation, activation.TriggerPayload);
            return;
        }
        var name = activation.Text(EventName);
        if (name.Length == 0) throw new ActivityFault((
                "The event has no name.",
                "L'événement n'a pas de nom."));
        activation.Wait(new WaitRequest(WaitKind.Event) { Key = name, Data = AwaitedAct.DataOf(activation.Node) });
    }

    public override void Resumed(Activation activation, Wait wait, Value payload) => Resumed(activation, payload);

    private static void Resumed(Activation activation, Value payload)
    {
        activation.Yield(Result, payload);
        activation.Complete();
    }
}
