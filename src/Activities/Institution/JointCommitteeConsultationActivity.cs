using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities;

/// <summary>The Committee of Ministers and the Assembly seek agreement in the Joint Committee.</summary>
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
}
