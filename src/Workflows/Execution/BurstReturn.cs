using System.Collections.Immutable;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>How a step goes back to an earlier state of its procedure.</summary>
internal sealed partial class Burst
{
    /// <summary>Steps that were left because their last day had passed, the oldest first.</summary>
    public ImmutableArray<PassedDeadline> Passed { get; private set; } = [];

    /// <summary>
    /// Takes back what came of it: what runs ends, what was asked is withdrawn, what had fallen away is asked anew.
    /// Numbers go on rising, and the journal keeps what happened meanwhile.
    /// </summary>
    public void GoBack(EarlierState earlier, PassedDeadline passed)
    {
        _queue.Clear();
        var (anchors, interruption) = (earlier.Anchors, earlier.Interruption);
        Waits.CloseOthers(earlier.Waits);
        foreach (var activation in _activations.Where(a => earlier.Activations.All(e => e.Id != a.Id)).Reverse())
        {
            if (activation.Status != ActivationStatus.Running) continue;
            activation.Status = ActivationStatus.Cancelled;
            Log.Write(JournalEvent.Cancelled, activation);
        }
        _activations.Clear();
        Revive(Before.Definition, earlier.Activations);
        (Anchors, Interruption, Outputs, Yields, LastResult) =
            (anchors, interruption, earlier.Outputs, earlier.Yields, earlier.LastResult);
        (Name, Title, CorrelationId) = (earlier.Name, earlier.Title, earlier.CorrelationId);
        var overtaken = OtherCourses.Overtaken(passed, Today);
        Passed =
        [
            .. Passed.Where(p => p.At < passed.At),
            .. earlier.Passed.Where(p => p.At >= passed.At).Select(p => p with { Barrier = overtaken }),
        ];
        Waits.Reopen(earlier.Waits);
        Waits.Unpause();
    }
}
