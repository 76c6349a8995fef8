namespace Procedures.Expressions;

/// <summary>What an expression can see of the procedure in which it is evaluated.</summary>
/// <remarks>An implementation answers from memory and always the same way while one expression is evaluated.</remarks>
public interface IScope
{
    /// <summary>Whether a variable of exactly that name is visible here.</summary>
    bool HasVariable(string name);

    /// <summary>The variable's value, or undefined when there is none.</summary>
    Value Variable(string name);

    /// <summary>
    /// Whether the procedure was opened with an input of exactly that name, or its definition declares one.
    /// </summary>
    bool HasInput(string name);

    /// <summary>The input with which the procedure was opened, or undefined when there is none.</summary>
    Value Input(string name);

    /// <summary>All visible variables, each name once, in a fixed order.</summary>
    IEnumerable<KeyValuePair<string, Value>> Variables { get; }

    /// <summary>All inputs, each name once, in a fixed order.</summary>
    IEnumerable<KeyValuePair<string, Value>> Inputs { get; }

    /// <summary>
    /// What an activity (by id or by name) left under that output name; undefined when it left nothing yet.
    /// </summary>
    Value Output(string activity, string output);

    /// <summary>
    /// A date of reference as it stands now, as 2026-05-20 or part(2026,3); undefined while it is not known.
    /// </summary>
    Value DateOf(string anchor);

    /// <summary>The result of the activity that completed last, or undefined.</summary>
    Value LastResult { get; }

    /// <summary>The id that all versions of the procedure's definition share.</summary>
    string DefinitionId { get; }

    /// <summary>The id of the version of the definition that the procedure runs.</summary>
    string DefinitionVersionId { get; }
    int DefinitionVersion { get; }
    string ProcedureId { get; }
    string? ProcedureName { get; }
    string? CorrelationId { get; }

    /// <summary>The day in Europe/Paris on which the step is taken.</summary>
    DateOnly Today { get; }
}
