using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities;

/// <summary>
/// Something that may be reported at any time: a withdrawal, a death, a request. Nobody is asked or late.
/// </summary>
/// <remarks>
/// With a deadline and the branch for it, the possibility ends on that day: a list is frozen, a term is over.
/// </remarks>
public sealed class OccurrenceActivity() : InstitutionActivity(
    new("Procedures.Occurrence", Drawers.Events, ("Occurrence", "Événement"),
        ("May be reported at any time; nobody is asked and nobody is late.",
         "Peut être signalé à tout moment ; personne n'est sollicité et personne n'est en retard.")),
    new StepInputs("OWNER"), new OutcomeInputs("Reported"), new DeadlineInputs("None"))
{
    /// <summary>
    /// What may be reported at any time is asked with today's choices: candidates change while it is open.
    /// </summary>
    public override Assignment AskedNow(Activation activation, Wait wait, Assignment assignment) =>
        FormNow(activation) is { } form ? assignment with { Form = form.Source } : assignment;

    protected override Assignment Mark(Activation activation, Assignment assignment) =>
        assignment with { IsOptional = true };
}
