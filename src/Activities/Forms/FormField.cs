using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Forms;

/// <summary>One field of a form.</summary>
/// <param name="Name">The member of the answer that holds the field's value.</param>
public sealed record FormField(string Name, FieldType Type, Bilingual Label)
{
    public bool Required { get; init; }

    /// <summary>The values of a choice; the candidates of a count of votes.</summary>
    public ImmutableArray<Choice> Options { get; init; } = [];
    public Bilingual Help { get; init; } = Bilingual.Empty;

    /// <summary>
    /// What stands in the field before anybody has typed; nothing is taken from it unless it is sent.
    /// </summary>
    public Value Default { get; init; } = Value.Undefined;

    /// <summary>The least number; null when there is no limit.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest number; null when there is no limit.</summary>
    public double? Max { get; init; }

    /// <summary>The first good day; null when there is no limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last good day; null when there is no limit.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The least number of entries of a list; 0 when there is no limit.</summary>
    public int MinItems { get; init; }

    /// <summary>The greatest number of entries of a list; null when there is no limit.</summary>
    public int? MaxItems { get; init; }

    /// <summary>What must be told of each person besides the name.</summary>
    public ImmutableArray<string> Parts { get; init; } = ["sex", "birthDate", "nationality"];

    /// <summary>The outcomes for which the field is asked; empty means every outcome.</summary>
    public ImmutableArray<string> When { get; init; } = [];

    public bool IsAskedFor(string outcome) => When.IsEmpty || When.Contains(outcome);
}
