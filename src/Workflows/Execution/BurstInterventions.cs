using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>What acts at any time need of the step: moved part-sessions, rounds, the tasks that are asked.</summary>
internal sealed partial class Burst
{
    /// <summary>Part-sessions whose days differ from the calendar's, for this procedure.</summary>
    public ImmutableArray<PartSession> MovedParts { get; private set; } = [];

    /// <summary>1, and one more with every restart.</summary>
    public int Round { get; set; } = 1;

    /// <summary>What bodies are asked for now; what may only be reported is left out.</summary>
    public IEnumerable<Wait> Asked =>
        Waits.All.Where(w => w is { Kind: WaitKind.Task, Assignment.IsOptional: false }).ToArray();

    /// <summary>From now on the calendar has these days.</summary>
    public void Know(ImmutableArray<PartSession> parts)
    {
        if (parts.IsDefaultOrEmpty) return;
        MovedParts = [.. MovedParts.Where(m => !parts.Any(p => IsSame(p, m))), .. parts];
        Institution = Institution.With(parts);
    }

    /// <summary>The part-session has other days; dates of reference and open deadlines follow.</summary>
    public void MovePart(PartSession session)
    {
        Know([session]);
        // A date that stands for this part-session stays with it: a search is not made anew because the days have moved.
        ChangeAnchors(book => book.Values.Values
            .Where(a => a.Value is AnchorValue.Part part && IsSame(part.Session, session))
            .Aggregate(book, (changed, anchor) => changed.Fix(anchor.Name, new AnchorValue.Part(session))), null);
    }

    /// <summary>Opens a procedure again that an incident has ended; its incidents count as taken up.</summary>
    public void Revive()
    {
        if (!IsOver) return;
        (Status, _isRevived, Standstill) = (ProcedureStatus.Suspended, true, null);
        _activations.Clear();
        Retried.UnionWith(Before.Incidents.Where(i => i.IsOpen).Select(i => i.Activation));
    }

    /// <summary>Ends everything that runs or waits without ending the procedure.</summary>
    public void Clear()
    {
        _queue.Clear();
        foreach (var activation in _activations.Where(a => a.Parent is null).ToArray()) CancelQuietly(activation);
        (Anchors, Interruption, Outputs, Yields, LastResult) =
            (AnchorBook.Empty, null, Value.Map.Empty, Value.Map.Empty, Value.Undefined);
        Passed = [];
    }

    private static bool IsSame(PartSession one, PartSession other) =>
        (one.Year, one.Number) == (other.Year, other.Number);
}
