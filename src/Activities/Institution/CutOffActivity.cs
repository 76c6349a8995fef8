using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// From here on it is too late for certain steps: what is open of them expires at once, whatever its last day.
/// </summary>
/// <remarks>
/// For rights that end with an act and not with a day: observers are notified before the ballot opens, not before the
/// evening of its day. What follows is what each step provides for its expiry.
/// </remarks>
public sealed class CutOffActivity : ActivityType
{
    private static readonly InputDeclaration Steps = Tags("Steps", ("Steps", "Étapes"),
        ("The codes of the steps for which it is too late from here on: P7.02.",
         "Les codes des étapes pour lesquelles il est désormais trop tard : P7.02."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Procedures.CutOff", Drawers.Course, ("Cut-off", "Forclusion"),
        ("Steps that are still open expire here, before the end of their last day.",
         "Les étapes encore ouvertes expirent ici, avant la fin de leur dernier jour."))
    {
        Inputs = [Steps],
    };

    public override void Start(Activation activation)
    {
        foreach (var step in Plain.Items(activation.Input(Steps)).Select(Plain.Text)) activation.CutOff(step);
        activation.Complete();
    }
}
