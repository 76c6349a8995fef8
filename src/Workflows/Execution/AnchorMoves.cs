using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>
/// A date of reference is fixed anew from outside the drawing: here, in the nested parts that are open, and in theirs.
/// </summary>
internal static class AnchorMoves
{
    /// <returns>False when a nested part knows none of the dates that moved in its parent.</returns>
    public static bool Take(Burst burst, Stimulus.AnchorMoved moved)
    {
        var taken = moved.InParent.IsEmpty
            ? ImmutableSortedDictionary<string, AnchorValue>.Empty.Add(moved.Name, moved.Value)
            : moved.InParent.Where(p => IsOurs(burst.Anchors, moved.Name, p.Key, p.Value))
                .ToImmutableSortedDictionary();
        var before = burst.Anchors;
        if (!taken.IsEmpty) Fix(burst, moved, taken);
        var isPassedOn = PassOn(burst, moved, Passed(before, burst.Anchors, moved.InParent.AddRange(taken)));
        if (taken.IsEmpty && isPassedOn) NotePassing(burst, moved);
        foreach (var activation in taken.IsEmpty ? [] : burst.Activations.ToArray())
            if (activation.Status == ActivationStatus.Running)
                foreach (var name in taken.Keys) activation.Type.AnchorMoved(activation, name);
        return isPassedOn || !taken.IsEmpty;
    }

    // A date that the nested part computes from another follows by itself; fixing it would keep it from following.
    private static bool IsOurs(AnchorBook book, string moved, string name, AnchorValue value) =>
        book.Find(name) is { } old && !old.Equals(value) && (name == moved || book.Fixed.ContainsKey(name));

    private static void Fix(
        Burst burst, Stimulus.AnchorMoved moved, ImmutableSortedDictionary<string, AnchorValue> taken)
    {
        var name = taken.ContainsKey(moved.Name) ? moved.Name : taken.Keys.First();
        var who = ActorText.Of(moved.Actor);
        burst.Note(JournalEvent.AnchorMoved, null,
            ($"{name} was fixed anew by {who.English}: {moved.Why.English}",
             $"{name} a été fixé à nouveau par {who.French} : {moved.Why.French}"),
            Value.MapOf(
                ("anchor", Value.Of(name)), ("value", Value.Of(taken[name].Notation)),
                ("reason", Value.Of(moved.Why.English))));
        burst.ChangeAnchors(book => taken.Aggregate(book, (changed, date) => changed.Fix(date.Key, date.Value)), null);
    }

    private static void NotePassing(Burst burst, Stimulus.AnchorMoved moved)
    {
        var who = ActorText.Of(moved.Actor);
        burst.Note(JournalEvent.AnchorMoved, null,
            ($"{moved.Name} was fixed anew above by {who.English}; no date here rests on it, and the nested parts were told",
             $"{moved.Name} a été fixé à nouveau plus haut par {who.French} ; aucune date n'en dépend ici, et les parties "
                + "imbriquées en ont été informées"),
            Value.MapOf(("anchor", Value.Of(moved.Name)), ("value", Value.Of(moved.Value.Notation))));
    }

    private static ImmutableSortedDictionary<string, AnchorValue> Passed(
        AnchorBook before, AnchorBook after, ImmutableSortedDictionary<string, AnchorValue> given) =>
        given.SetItems(after.Values.Values
            .Where(a => !Equals(before.Find(a.Name), a.Value))
            .Select(a => KeyValuePair.Create(a.Name, a.Value)));

    private static bool PassOn(
        Burst burst, Stimulus.AnchorMoved moved, ImmutableSortedDictionary<string, AnchorValue> dates)
    {
        var children = burst.Waits.All.Where(w => w is { Kind: WaitKind.Child, Key: not null }).ToArray();
        foreach (var child in children)
            burst.Dispatches.Add(new Dispatch.Deliver(
                child.Key!, moved with { InParent = dates, Actor = burst.Actor }));
        return children.Length > 0;
    }
}
