using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>A token on an arrow of a token-based flowchart. A blocked one stops the next token on its arrow.</summary>
internal sealed record Token(string Source, string Port, string Target, bool IsBlocked = false)
{
    public static Token On(Connection connection, bool isBlocked = false) =>
        new(connection.Source, connection.Port, connection.Target, isBlocked);

    public bool IsOn(Connection connection) =>
        Source == connection.Source && Port == connection.Port && Target == connection.Target;

    public Value ToValue() =>
        Value.Of(new[] { Value.Of(Source), Value.Of(Port), Value.Of(Target), Value.Of(IsBlocked) });

    public static Token Read(Value value)
    {
        var parts = ((Value.List)value).Items;
        return new(parts[0].AsText!, parts[1].AsText!, parts[2].AsText!, parts[3] == Value.True);
    }
}
