using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities;

/// <summary>Resumes an interrupted procedure: reminders go out again.</summary>
public sealed class ResumptionActivity : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Procedures.Resumption", Drawers.Course, ("Resumption", "Reprise"),
        ("The interrupted procedure goes on.", "La procédure interrompue reprend."))
    {
        Inputs = [InterruptionActivity.NotifyTo],
    };

    public override void Start(Activation activation)
    {
        if (activation.Interruption is not null)
        {
            activation.Resume();
            foreach (var to in LetterActivity.Addressees(activation, InterruptionActivity.NotifyTo))
                activation.Send(new Letter(LetterKind.Resumed, $"resumed-{activation.Id}", to));
        }
        activation.Complete();
    }
}
