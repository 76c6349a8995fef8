using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>The expression that a definition gives for one input of an activity.</summary>
/// <param name="Literal">The value of a literal, an object or a raw input; otherwise undefined.</param>
/// <param name="Reference">The id or name of a variable, or the name of a workflow input.</param>
/// <param name="Script">The parsed JavaScript expression; null when it does not parse.</param>
/// <param name="SyntaxError">Why the script does not parse, with line and column.</param>
/// <param name="Place">The JSON path of the input.</param>
public sealed record InputBinding(
    ExpressionKind Kind, Value Literal, string? Reference,
    Script? Script, ScriptSyntaxException? SyntaxError, string Place)
{
    public static InputBinding OfLiteral(Value value, string place) =>
        new(ExpressionKind.Literal, value, null, null, null, place);
}
