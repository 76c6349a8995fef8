using System.Collections.Immutable;
using System.Globalization;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Mandates;

/// <summary>An office that is filled by election, its rules on terms, and the procedure that fills it.</summary>
/// <param name="Code">The fixed name in the register: judge.</param>
/// <param name="DefinitionId">The definition of the procedure that elects the next holder.</param>
public sealed record Office(string Code, Bilingual Name, string DefinitionId)
{
    /// <summary>True when there is one seat in respect of each state.</summary>
    public bool IsPerState { get; init; }

    /// <summary>True when the holder stays after the term until replaced, by law: nothing falls vacant then.</summary>
    public bool StaysUntilReplaced { get; init; }

    /// <summary>The codes of the present member states; empty when all states count as members.</summary>
    public ImmutableSortedSet<string> Members { get; init; } = [];

    /// <summary>By their first day, the earliest first; at least one.</summary>
    public ImmutableArray<TermRule> Rules { get; init; } = [];

    /// <summary>
    /// Which inputs of the definition are given, by name: {state}, {membership} (Member or NonMember), {ends} (of the
    /// term), {lastDay} (in office), {vacantOn} and {cause} (of a casual vacancy), {next} (the day after the last one),
    /// {nextYear}, {term}. An input that the definition does not declare, or that is empty, is left out.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Inputs { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The rule for a term that begins on that day; null when it begins before every rule.</summary>
    public TermRule? RuleOn(DateOnly begins) => Rules.LastOrDefault(rule => rule.From <= begins);

    /// <summary>
    /// The rule of a mandate: the one that it names, or that of its first day; null when there is none.
    /// </summary>
    public TermRule? RuleFor(Mandate mandate) => mandate.Rule is { } from
        ? Rules.FirstOrDefault(rule => rule.From == from)
        : RuleOn(mandate.Begins);

    /// <summary>True when the holder is in office beyond the term because nobody has followed.</summary>
    public bool HoldsOver(Mandate mandate, DateOnly today) =>
        StaysUntilReplaced && mandate.LeftOn is null && mandate.Ends < today;

    /// <summary>The inputs with which the procedure that follows this mandate is opened.</summary>
    /// <exception cref="ArgumentException">The mandate has no end.</exception>
    public Value.Map InputsFor(Mandate mandate, Definition definition)
    {
        var last = mandate.LastDay
            ?? throw new ArgumentException("A mandate without an end opens nothing.", nameof(mandate));
        (string Mark, string Text)[] marks =
        [
            ("{state}", mandate.State), ("{ends}", Iso(mandate.Ends ?? last)), ("{lastDay}", Iso(last)),
            ("{membership}", Members.IsEmpty || Members.Contains(mandate.State) ? "Member" : "NonMember"),
            ("{vacantOn}", mandate.VacantOn is { } day ? Iso(day) : ""),
            ("{cause}", mandate.Cause is VacancyCause.None ? "" : mandate.Cause.ToString()),
            ("{nextYear}", last.AddDays(1).Year.ToString(CultureInfo.InvariantCulture)),
                ("{next}", Iso(last.AddDays(1))),
            ("{term}", mandate.Term.ToString(CultureInfo.InvariantCulture)),
        ];
        var known = definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        return Inputs.Where(input => known.Contains(input.Key))
            .Select(input => (input.Key, Text: marks.Aggregate(input.Value, (text, mark) =>
                text.Replace(mark.Mark, mark.Text, StringComparison.Ordinal))))
            .Where(input => input.Text.Length > 0)
            .Aggregate(Value.Map.Empty, (map, input) => map.With(input.Key, Value.Of(input.Text)));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
