using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Procedures.Deadlines.Notation;

namespace Procedures.Deadlines;

/// <summary>
/// A deadline rule, such as <c>nlt EO - 12 mo</c>. It computes the day and, from the same computation, the sentence
/// that says why. Two rules are equal when their texts are.
/// </summary>
public sealed class Rule : IEquatable<Rule>
{
    private static readonly ConditionalWeakTable<string, Rule> ReadBefore = [];
    private readonly ImmutableArray<Clause> _clauses;

    private Rule(string text, ImmutableArray<Clause> clauses) => (Text, _clauses) = (text, clauses);

    /// <summary>The rule as it was written, without surrounding space.</summary>
    public string Text { get; }

    /// <summary>The dates of reference that the rule counts from: when one of them moves, resolve again.</summary>
    public ImmutableArray<string> AnchorNames =>
        [.. _clauses.SelectMany(clause => clause.Names).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Whether the rule names the day itself (<c>on X</c>, or <c>X</c> alone), and not a last day or a window.
    /// </summary>
    public bool NamesTheDay =>
        _clauses.Count(clause => clause is Clause.On) == 1 && _clauses.All(c => c is Clause.On or Clause.NotBefore);

    /// <summary>Reads a rule.</summary>
    /// <exception cref="RuleSyntaxException">It cannot be read; the text says what to write instead.</exception>
    public static Rule Parse(string text) => ReadBefore.GetValue(text, Read);

    // Columns are counted in the text as it was given, so only the kept text is trimmed.
    private static Rule Read(string text) => new(text.Trim(), [.. RuleReader.Read(text)]);

    /// <summary>The rule in words, without dates; labels are used where they are known.</summary>
    public Bilingual Describe(IAnchors? labels = null) =>
        Wording.Sentence(_clauses.Select(clause => clause.Words(labels ?? Anchors.Empty)));

    /// <summary>Computes the days.</summary>
    public Resolution Resolve(IAnchors anchors, Calendar calendar)
    {
        var reckoning = new Reckoning(anchors, calendar);
        var found = _clauses.Select(clause => clause.Find(reckoning)).ToList();
        if (found.Any(days => days is null))
            return new Unresolved([.. reckoning.Missing], reckoning.ReasonUnresolved());
        var opens = found.Max(days => days!.Opens);
        var last = found.Min(days => days!.LastDay);
        var sentences = found.Select(days => days!.Sentence).ToList();
        if (found.Count(days => days!.LastDay is not null) > 1) sentences.Add(EarliestCounts(last!.Value));
        CheckWindow(reckoning, opens, last);
        if ((last ?? opens) is { } day) reckoning.NoteClosure(day);
        return Outcome(reckoning, opens, last, Wording.Sentence(sentences.Concat(reckoning.Remarks)));
    }

    public bool Equals(Rule? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as Rule);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private Resolution Outcome(Reckoning reckoning, DateOnly? opens, DateOnly? last, Bilingual explanation)
    {
        if (last is not { } lastDay)
            return new OpenEnded
            {
                Opens = opens!.Value,
                Rule = Text,
                CountedFrom = [.. reckoning.CountedFrom],
                Provisional = reckoning.Provisional,
                Warnings = [.. reckoning.Warnings],
                Explanation = explanation,
            };
        return new Deadline
        {
            Opens = opens,
            LastDay = lastDay,
            Rule = Text,
            CountedFrom = [.. reckoning.CountedFrom],
            Provisional = reckoning.Provisional,
            Warnings = [.. reckoning.Warnings],
            Explanation = explanation,
        };
    }

    private static Bilingual EarliestCounts(DateOnly last)
    {
        var day = Wording.TheDay(last);
        return ($"the earliest last day counts, {day.English}",
                $"le dernier jour le plus proche l'emporte, {day.French}");
    }

    private static void CheckWindow(Reckoning reckoning, DateOnly? opens, DateOnly? last)
    {
        if (opens is not { } first || last is not { } end || first <= end) return;
        var (from, to) = (DateText.Long(first), DateText.Long(end));
        reckoning.Note(("it opens only after its last day", "l'ouverture est postérieure au dernier jour"));
        reckoning.Warn(($"It opens on {from.English}, after its last day, {to.English}: nothing can be in time.",
            $"Ouverture le {from.French}, après le dernier jour, le {to.French} : rien ne peut être à temps."));
    }
}
