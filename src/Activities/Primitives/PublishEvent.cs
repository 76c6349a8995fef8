using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's PublishEvent: publishes an event to all procedures, to correlated ones, or to its own.</summary>
public sealed class PublishEvent : ActivityType
{
    private static readonly InputDeclaration EventName = new(
        "EventName", "String", ("Event name", "Nom de l’événement"),
        ("The event to publish.", "L’événement à publier."));
    private static readonly InputDeclaration CorrelationId = new(
        "CorrelationId", "String", ("Correlation ID", "Identifiant de corrélation"),
        ("When given, only procedures with this correlation id take the event.",
            "S’il est indiqué, seules les procédures ayant cet identifiant reçoivent l’événement."));
    private static readonly InputDeclaration IsLocalEvent = new(
        "IsLocalEvent", "Boolean", ("Local event", "Événement local"),
        ("Whether only this procedure takes the event.", "Si seule cette procédure reçoit l’événement."))
    {
        Hint = UiHint.Checkbox, Default = Value.False,
    };
    private static readonly InputDeclaration Payload = new(
        "Payload", "Object", ("Payload", "Contenu"), ("What the event brings.", "Ce que l’événement apporte."))
    {
        Hint = UiHint.MultiLine,
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.PublishEvent", Categories.Primitives, ("Publish Event", "Publier un événement"),
        ("Publishes an event and goes on.", "Publie un événement et poursuit."))
    {
        Inputs = [EventName, CorrelationId, IsLocalEvent, Payload],
    };

    public override void Start(Activation activation)
    {
        var name = activation.Text(EventName);
        if (name.Length == 0) throw new ActivityFault((
                "The event has no name.",
                "L'événement n'a pas de nom."));
        var correlationId = activation.Text(CorrelationId) is { Length: > 0 } id ? id : null;
        var payload = activation.Input(Payload);
        activation.Dispatch(Plain.Truth(activation.Input(IsLocalEvent))
            ? new Dispatch.Deliver(activation.Procedure.Id, new Stimulus.EventPublished(name, correlationId, payload))
            : new Dispatch.Publish(name, correlationId, payload));
        activation.Complete();
    }
}
