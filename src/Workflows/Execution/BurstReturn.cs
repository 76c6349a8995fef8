using System.Collections.Immutable;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>How a step goes back to an earlier state of its procedure.</summary>
internal sealed partial class Burst
{
    /// <summary>Steps that were left because their last day had passed, the oldest first.</summary>
    public ImmutableArray<PassedDeadline> Passed { get; private set; } = [];

    /// <summary>From now on nothing of what has passed can be taken back.</summary>
    public void Bar(Bilingual reason) => Passed =
        [.. Passed.Select(p => p.Before is null ? p : p with { Before = null, Barrier = reason })];

    /// <summary>
    /// Takes back everything since: what runs ends, what was asked is withdrawn, what had fallen away is asked anew.
    /// Numbers go on rising, and the journal keeps what happened meanwhile.
    /// </summary>
    public void GoBack(EarlierState earlier, DateTimeOffset since)
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
        Passed = [.. Passed.Where(p => p.At < since)];
        Waits.Reopen(earlier.Waits);
        Waits.Unpause();
    }
}
