using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Switch: runs the activities of the cases that hold, or the one for no case.</summary>
public sealed class Switch : ActivityType
{
    private static readonly PortDeclaration Default = new("Default", ("Default", "Par défaut"), IsEmbedded: true);

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Switch", Categories.Branching, ("Switch", "Aiguillage"),
        ("Runs the activity of the case whose condition holds.",
            "Exécute l’activité du cas dont la condition est remplie."))
    {
        Inputs = [SwitchCasesInput.Cases(UiHint.SwitchEditor), SwitchCasesInput.Mode],
        Outputs = [new("Output", "Object", ("Output", "Sortie"), ("Not used.", "Sans emploi."))],
        Ports = [Default],
    };

    public override void Start(Activation activation)
    {
        var matches = SwitchCasesInput.Matches(activation);
        if (matches.Count == 0)
        {
            activation.ScheduleOrComplete(Default);
            return;
        }
        foreach (var (number, _) in matches)
            if (activation.Node.Ports.TryGetValue($"cases[{number}]", out var chosen))
                activation.Schedule(chosen);
        Rest.CompleteWhenAllEnded(activation);
    }

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        Rest.CompleteWhenAllEnded(activation);
}
