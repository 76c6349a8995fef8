using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>
/// The Committee of Ministers and the Assembly seek agreement in the Joint Committee: there is one only when both sides
/// agree.
/// </summary>
public sealed class JointCommitteeConsultationActivity() : InstitutionActivity(
    new("Procedures.JointCommitteeConsultation", Drawers.Steps,
        ("Joint Committee consultation", "Consultation du Comité mixte"),
        ("Both sides seek agreement in the Joint Committee.", "Les deux parties cherchent un accord au Comité mixte."))
    {
        Ports = [new(Agreement, ("Agreement", "Accord")), new(NoAgreement, ("No agreement", "Pas d'accord"))],
    },
    new StepInputs("JC"), null, new DeadlineInputs("RM"))
{
    public const string Agreement = "Agreement";
    public const string NoAgreement = "NoAgreement";

    private static readonly ImmutableArray<OutcomeChoice> Both =
        [new(Agreement, ("Agreement", "Accord")), new(NoAgreement, ("No agreement", "Pas d'accord"))];

    protected override ImmutableArray<OutcomeChoice> FixedOutcomes => Both;

    protected override ImmutableArray<Value> OwnFields(Activation activation) =>
    [
        Side("assemblyAgrees", "The side of the Assembly agrees", "La partie de l'Assemblée est d'accord"),
        Side("ministersAgree", "The side of the Committee of Ministers agrees",
            "La partie du Comité des Ministres est d'accord"),
    ];

    private static Value.Map Side(string name, string english, string french) => Value.MapOf(
        ("name", Value.Of(name)), ("type", Value.Of("checkbox")), ("required", Value.True),
        ("label", Value.Of(english)), ("labelFr", Value.Of(french)),
        ("when", Value.Of([Value.Of(Agreement)])));
}
