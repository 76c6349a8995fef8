using System.Collections.Immutable;
using Procedures.Catalog;

namespace Procedures.Activities;

/// <summary>What every step that waits for an answer yields.</summary>
public static class StepOutputs
{
    public static OutputDeclaration Outcome { get; } = new("Outcome", "String", ("Outcome", "Issue"),
        ("How the step ended.", "Comment l'étape s'est terminée."));
    public static OutputDeclaration Answer { get; } = new("Answer", "Object", ("Answer", "Réponse"),
        ("The form as it was filled in.", "Le formulaire tel qu'il a été rempli."));
    public static OutputDeclaration DecidedOn { get; } = new("DecidedOn", "String", ("Decided on", "Date de l'acte"),
        ("The day of the act, as 2026-05-20.", "Le jour de l'acte, sous la forme 2026-05-20."));
    public static OutputDeclaration Late { get; } = new("Late", "Boolean", ("Late", "En retard"),
        ("Whether the act came after the last day.", "Si l'acte est venu après l'échéance."));

    public static ImmutableArray<OutputDeclaration> All { get; } = [Outcome, Answer, DecidedOn, Late];
}
