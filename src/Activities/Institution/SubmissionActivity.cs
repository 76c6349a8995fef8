using Procedures.Catalog;

namespace Procedures.Activities;

/// <summary>
/// A state sends something in: a list, a name, a report. Late submissions are taken and marked as late.
/// </summary>
public sealed class SubmissionActivity() : InstitutionActivity(
    new("Procedures.Submission", Drawers.Steps, ("Submission by a state", "Communication d'un État"),
        ("A state sends in a list, a name, a report. What comes late is taken and marked.",
         "Un État communique une liste, un nom, un rapport. Ce qui arrive en retard est reçu et marqué.")),
    new StepInputs("GOV"), new OutcomeInputs("Submitted"), new DeadlineInputs("R60"));
