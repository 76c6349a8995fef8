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

    /// <summary>By their first day, the earliest first; at least one.</summary>
    public ImmutableArray<TermRule> Rules { get; init; } = [];

    /// <summary>
    /// Which inputs of the definition are given, by name: {state}, {ends}, {next} (the day after), {nextYear}, {term}.
    /// An input that the definition does not declare is left out.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Inputs { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The rule for a term that begins on that day; null when it begins before every rule.</summary>
    public TermRule? RuleOn(DateOnly begins) => Rules.LastOrDefault(rule => rule.From <= begins);

    /// <summary>The inputs with which the procedure that follows this mandate is opened.</summary>
    /// <exception cref="ArgumentException">The mandate has no end.</exception>
    public Value.Map InputsFor(Mandate mandate, Definition definition)
    {
        var ends = mandate.Ends ?? throw new ArgumentException("A mandate without an end opens nothing.", nameof(mandate));
        var next = ends.AddDays(1);
        var known = definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        return Inputs.Where(input => known.Contains(input.Key)).Aggregate(Value.Map.Empty, (map, input) =>
            map.With(input.Key, Value.Of(input.Value
                .Replace("{state}", mandate.State, StringComparison.Ordinal)
                .Replace("{ends}", Iso(ends), StringComparison.Ordinal)
                .Replace("{nextYear}", next.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{next}", Iso(next), StringComparison.Ordinal)
                .Replace("{term}", mandate.Term.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
