using Procedures.Catalog;

namespace Procedures.Activities;

/// <summary>A task of a body: something to do, with the outcomes and the form that the definition names.</summary>
public sealed class TaskActivity() : InstitutionActivity(
    new("Procedures.Task", Drawers.Steps, ("Task", "Tâche"),
        ("A body does something or decides; it chooses the outcome and fills in a form.",
         "Un organe agit ou décide ; il choisit l'issue et remplit un formulaire.")),
    new StepInputs("SGA"), new OutcomeInputs("Done"), new DeadlineInputs("R14"));
