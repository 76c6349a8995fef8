using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>What an activity makes of an answer: the outcome, the reasoning, and what it yields.</summary>
public sealed record Conclusion(string Outcome)
{
    /// <summary>Further sentences for the journal: how a count came to its result.</summary>
    public Bilingual Reasoning { get; init; } = Bilingual.Empty;

    /// <summary>What the journal keeps with the reasoning.</summary>
    public Value.Map Data { get; init; } = Value.Map.Empty;
    public ImmutableArray<KeyValuePair<OutputDeclaration, Value>> Yields { get; init; } = [];
}
