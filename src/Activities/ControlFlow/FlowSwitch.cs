using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's flow Switch: leaves by the labels of the cases that hold, or by Default.</summary>
public sealed class FlowSwitch : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.FlowSwitch", Categories.Branching, ("Switch (flow)", "Aiguillage (organigramme)"),
        ("Takes the branch of the case whose condition holds.",
            "Emprunte la branche du cas dont la condition est remplie."))
    {
        Inputs = [SwitchCasesInput.Cases(UiHint.FlowSwitchEditor), SwitchCasesInput.Mode],
        Ports = [new("Default", ("Default", "Par défaut"))],
    };

    public override void Start(Activation activation)
    {
        var matches = SwitchCasesInput.Matches(activation);
        if (matches.Count == 0) activation.Complete("Default");
        else activation.Complete(new Outcomes([.. matches.Select(m => m.Label)]));
    }
}
