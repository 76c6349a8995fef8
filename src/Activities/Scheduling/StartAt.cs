using System.Globalization;
using Procedures.Activities.Primitives;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Activities.Scheduling;

/// <summary>Elsa's StartAt: starts a procedure at a moment; inside a procedure it waits until then.</summary>
public sealed class StartAt : ActivityType
{
    private static readonly InputDeclaration Moment = new(
        "DateTime", "DateTimeOffset", ("Date and time", "Date et heure"),
        ("The moment; without a time zone it is meant in Strasbourg.",
            "Le moment ; sans fuseau, il s’entend à Strasbourg."))
    {
        Hint = UiHint.DateTimePicker,
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.StartAt", Categories.Scheduling, ("Start At", "Débuter à"),
        ("Starts a procedure at a moment, or waits until then.",
            "Ouvre une procédure à un moment, ou attend jusque-là."))
    {
        Kind = ActivityKind.Trigger, Inputs = [Moment],
    };

    public override void Start(Activation activation)
    {
        if (Trigger.HasFired(activation)) activation.Complete();
        else Until.WaitOrComplete(activation, Read(activation.Text(Moment)));
    }

    // A moment that has passed before the definition was published starts nothing, as in Elsa.
    public override DateTimeOffset? NextStart(ActivityNode node, DateTimeOffset after, DateTimeOffset? previous)
    {
        var moment = Read(Starts.TextOf(node, Moment)).ToUniversalTime();
        return previous is null && moment > after ? moment : null;
    }

    private static DateTimeOffset Read(string text)
    {
        var iso = Moments.ToIso(text) ?? throw new ActivityFault((
                $"“{text}” is no moment such as 2026-05-20T09:00:00.",
                $"« {text} » n'est pas un moment tel que 2026-05-20T09:00:00."));
        // The part behind the "T" holds a sign or a Z only when the text names an offset.
        if (iso.EndsWith('Z') || iso.AsSpan(10).IndexOfAny('+', '-') >= 0)
            return DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);
        var local = DateTime.Parse(iso, CultureInfo.InvariantCulture);
        return ParisTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
