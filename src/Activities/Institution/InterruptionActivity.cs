using Procedures.Catalog;
using Procedures.Execution;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>Interrupts the procedure: what is open now sends no reminder until it is resumed.</summary>
public sealed class InterruptionActivity : ActivityType
{
    private static readonly InputDeclaration Reason = Line("Reason", ("Reason", "Motif (anglais)"),
        ("Why the procedure rests; it stands in letters, so nothing confidential.",
         "Pourquoi la procédure est suspendue ; figure dans les lettres, donc rien de confidentiel."));
    private static readonly InputDeclaration ReasonFr = Line("ReasonFr", ("Reason (French)", "Motif (français)"),
        ("The same in French.", "De même en français."));
    internal static readonly InputDeclaration NotifyTo = Tags("NotifyTo", ("Notify", "Informer"),
        ("The codes of the bodies that are told.", "Les codes des organes informés."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Procedures.Interruption", Drawers.Course, ("Interruption", "Interruption"),
        ("The procedure rests; open steps send no reminders until it is resumed.",
         "La procédure est interrompue ; les étapes ouvertes n'envoient plus de rappels jusqu'à la reprise."))
    {
        Inputs = [Reason, ReasonFr, NotifyTo],
    };

    public override void Start(Activation activation)
    {
        var reason = Wording.Of(activation, Reason, ReasonFr);
        activation.Interrupt(reason);
        foreach (var to in LetterActivity.Addressees(activation, NotifyTo))
            activation.Send(new Letter(LetterKind.Interrupted, $"interrupted-{activation.Id}", to) { Body = reason });
        activation.Complete();
    }
}
