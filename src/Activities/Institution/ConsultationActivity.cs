using Procedures.Catalog;

namespace Procedures.Activities;

/// <summary>A body gives its opinion.</summary>
public sealed class ConsultationActivity() : InstitutionActivity(
    new("Procedures.Consultation", Drawers.Steps, ("Consultation", "Consultation"),
        ("A body is asked for its opinion.", "Un organe est invité à donner son avis.")),
    new StepInputs("PANEL"), new OutcomeInputs("Favourable", "Reservations", "Unfavourable", "NoOpinion"),
    new DeadlineInputs("R30"));
