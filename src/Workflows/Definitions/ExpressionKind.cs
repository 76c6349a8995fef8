namespace Procedures.Definitions;

/// <summary>How the value of an input is written in a definition.</summary>
public enum ExpressionKind
{
    Literal,

    /// <summary>A JSON text.</summary>
    Object,

    /// <summary>The value of a variable, named by id or name.</summary>
    Variable,

    /// <summary>The value of a workflow input.</summary>
    Input,
    JavaScript,

    /// <summary>An unwrapped input: the bare JSON value.</summary>
    Raw,
}
