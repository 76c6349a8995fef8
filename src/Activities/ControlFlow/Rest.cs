using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>When an activity that starts several others is done.</summary>
internal static class Rest
{
    /// <summary>Completes once nothing inside is at work, waiting, about to start or failed.</summary>
    public static void CompleteWhenAllEnded(Activation activation)
    {
        if (activation.HasPendingWork) return;
        if (activation.Children.All(c => c.Status != ActivationStatus.Faulted)) activation.Complete();
    }
}
