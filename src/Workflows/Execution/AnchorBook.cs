using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>The dates of reference of a procedure: formulas, what has been fixed, and what follows from both.</summary>
public sealed record AnchorBook : IAnchors
{
    public static readonly AnchorBook Empty = new();

    /// <summary>Formulas as the definition's activities gave them; a later sheet overrides an earlier one.</summary>
    public ImmutableArray<string> Sheets { get; init; } = [];

    /// <summary>Values that an act has fixed; they override formulas.</summary>
    public ImmutableSortedDictionary<string, AnchorValue> Fixed { get; init; } = Empties.Fixed;

    /// <summary>All values, as last computed.</summary>
    public ImmutableSortedDictionary<string, Anchor> Values { get; init; } = Empties.Values;

    public AnchorBook Fix(string name, DateOnly day) => Fix(name, new AnchorValue.Day(day));
    public AnchorBook Fix(string name, AnchorValue value) => this with { Fixed = Fixed.SetItem(name, value) };

    /// <summary>The name follows its formula again.</summary>
    public AnchorBook Release(string name) => this with { Fixed = Fixed.Remove(name) };
    public AnchorBook WithSheet(string text) => Sheets.Contains(text) ? this : this with { Sheets = Sheets.Add(text) };

    /// <summary>Computes every value anew from the formulas and what is fixed.</summary>
    public AnchorBook Recompute(Calendar calendar)
    {
        var values = Empties.Values.ToBuilder();
        foreach (var (name, value) in Fixed)
            values[name] = new Anchor(name, value, null, value is AnchorValue.Part { Session.IsProvisional: true }, Bilingual.Empty, Bilingual.Empty);
        foreach (var anchor in AnchorSheets.Evaluate(Sheets, Fixed, calendar)) values[anchor.Name] = anchor;
        return this with { Values = values.ToImmutable() };
    }

    public AnchorValue? Find(string name) => Values.GetValueOrDefault(name)?.Value;
    public bool IsProvisional(string name) => Values.GetValueOrDefault(name)?.IsProvisional ?? false;
    public Bilingual? LabelOf(string name) => Values.GetValueOrDefault(name)?.Label is { English.Length: > 0 } label ? label : null;

    /// <summary>What changed from one state of the book to the next, as sentences for the journal.</summary>
    public static IEnumerable<(Bilingual Sentence, Value Data)> Differences(AnchorBook before, AnchorBook after)
    {
        foreach (var (name, anchor) in after.Values)
        {
            if (name.Contains('.', StringComparison.Ordinal)) continue;
            var old = before.Values.GetValueOrDefault(name)?.Value;
            if (Equals(old, anchor.Value)) continue;
            var (now, was) = (AnchorText.Of(anchor.Value), old is null ? null : AnchorText.Of(old));
            Bilingual sentence = was is null
                ? ($"{name} is {now.English}.", $"{name} : {now.French}.")
                : ($"{name} is now {now.English} (was {was.English}).", $"{name} : désormais {now.French} (auparavant {was.French}).");
            yield return (sentence, Value.MapOf(("anchor", Value.Of(name)), ("value", Value.Of(anchor.Value.Notation)),
                ("was", Value.Of(old?.Notation))));
        }
    }

    private static class Empties
    {
        public static readonly ImmutableSortedDictionary<string, AnchorValue> Fixed =
            ImmutableSortedDictionary.Create<string, AnchorValue>(StringComparer.Ordinal);
        public static readonly ImmutableSortedDictionary<string, Anchor> Values =
            ImmutableSortedDictionary.Create<string, Anchor>(StringComparer.Ordinal);
    }
}
