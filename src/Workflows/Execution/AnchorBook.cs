using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>The dates of reference of a procedure: formulas, what has been fixed, and what follows from both.</summary>
public sealed record AnchorBook : IAnchors
{
    public static readonly AnchorBook Empty = new();

    /// <summary>The formulas, one a line, as the definition's activities gave them.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Values that an act has fixed; they override formulas.</summary>
    public ImmutableSortedDictionary<string, AnchorValue> Fixed { get; init; } = Empties.Fixed;

    /// <summary>
    /// The values of the named dates, as last computed; the days of steps stand among the fixed ones only.
    /// </summary>
    public ImmutableSortedDictionary<string, Anchor> Values { get; init; } = Empties.Values;

    public AnchorBook Fix(string name, DateOnly day) => Fix(name, new AnchorValue.Day(day));
    public AnchorBook Fix(string name, AnchorValue value) => this with { Fixed = Fixed.SetItem(name, value) };

    /// <summary>The name follows its formula again.</summary>
    public AnchorBook Release(string name) => this with { Fixed = Fixed.Remove(name) };

    /// <summary>Adds formulas; a line of the same name is replaced.</summary>
    public AnchorBook WithSheet(string text)
    {
        var lines = Lines(text);
        var names = lines.Select(NameOf).ToHashSet();
        return this with { Sheet =
            string.Join('\n', Lines(Sheet).Where(l => !names.Contains(NameOf(l))).Concat(lines)) };
    }

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(string line) => line.Split(['=', '|'], 2)[0].Trim();

    /// <summary>Computes every value anew from the formulas and what is fixed.</summary>
    /// <exception cref="RuleSyntaxException">A line of the sheet cannot be read.</exception>
    public AnchorBook Recompute(Calendar calendar)
    {
        var evaluated = AnchorSheet.Parse(Sheet).Evaluate(Fixed, calendar);
        var values = Empties.Values.ToBuilder();
        foreach (var anchor in evaluated.All)
            if (anchor.Value is { } value && !IsStep(anchor.Name))
                values[anchor.Name] =
                    new Anchor(anchor.Name, value, anchor.Fixed ? null : anchor.Formula, anchor.Provisional,
                    anchor.Label ?? Bilingual.Empty, anchor.Explanation);
        return this with { Values = values.ToImmutable() };
    }

    /// <summary>Records the day of a step: nothing needs computing anew unless a formula counts from it.</summary>
    public AnchorBook FixStep(string name, DateOnly day) =>
        this with { Fixed = Fixed.SetItem(name, new AnchorValue.Day(day)) };

    /// <summary>
    /// The same book with the sentences that explain its values; a stored book has none. A value that the calendar no
    /// longer yields keeps none: the dates of a procedure do not move because a file has changed.
    /// </summary>
    public AnchorBook Explained(Calendar calendar)
    {
        var fresh = Recompute(calendar).Values;
        return this with
        {
            Values = Values.ToImmutableSortedDictionary(v => v.Key, v =>
                fresh.TryGetValue(v.Key, out var same) && same.Value == v.Value.Value ? same
                    : v.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>Whether the name is a day of a step, such as P1.04.completed.</summary>
    private static bool IsStep(string name) => name.Contains('.', StringComparison.Ordinal);

    public AnchorValue? Find(string name) => Values.GetValueOrDefault(name)?.Value ?? Fixed.GetValueOrDefault(name);
    public bool IsProvisional(string name) => Values.GetValueOrDefault(name)?.IsProvisional ?? false;
    public Bilingual? LabelOf(string name) =>
        Values.GetValueOrDefault(name)?.Label is { English.Length: > 0 } label ? label : null;

    /// <summary>What changed from one state of the book to the next, as sentences for the journal.</summary>
    public static IEnumerable<(Bilingual Sentence, Value Data)> Differences(AnchorBook before, AnchorBook after)
    {
        foreach (var (name, anchor) in after.Values)
        {
            var old = before.Values.GetValueOrDefault(name)?.Value;
            if (Equals(old, anchor.Value)) continue;
            var (now, was) = (AnchorText.Of(anchor.Value), old is null ? null : AnchorText.Of(old));
            var label = anchor.Label.English.Length > 0
                ? new Bilingual($"{name}, {anchor.Label.English}", $"{name}, {anchor.Label.French}")
                : Bilingual.Same(name);
            Bilingual sentence = was is null
                ? ($"{label.English}: {now.English}.", $"{label.French} : {now.French}.")
                : ($"{label.English}: now {now.English}; was {was.English}.",
                    $"{label.French} : désormais {now.French} ; auparavant {was.French}.");
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
