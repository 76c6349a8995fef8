using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Catalog;

/// <summary>An input of an activity type: its name, the type of its value, and how the designer edits it.</summary>
/// <param name="Name">PascalCase, as in the descriptor; the definition's JSON uses the camelCase twin.</param>
/// <param name="TypeName">Elsa's alias of the value's type: String, Boolean, Int32, TimeSpan, Object …</param>
public sealed record InputDeclaration(string Name, string TypeName, Bilingual DisplayName, Bilingual Description)
{
    public string Hint { get; init; } = UiHint.SingleLine;

    /// <summary>
    /// The value when the definition does not mention the input (Studio never writes untouched inputs).
    /// </summary>
    public Value Default { get; init; } = Value.Null;

    /// <summary>False when the definition's JSON holds the bare value instead of an expression.</summary>
    public bool IsWrapped { get; init; } = true;

    /// <summary>
    /// False when the activity evaluates the input itself, each time it needs it (a loop's condition).
    /// </summary>
    public bool IsEvaluatedAtStart { get; init; } = true;

    /// <summary>The expression type that Studio proposes first.</summary>
    public string DefaultSyntax { get; init; } = "Literal";

    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>The member of the definition's JSON that holds the input.</summary>
    public string Member { get; } = char.ToLowerInvariant(Name[0]) + Name[1..];

    public bool IsBrowsable { get; init; } = true;
}
