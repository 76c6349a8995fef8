using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>A value that must or may be given when a procedure is opened.</summary>
public sealed record WorkflowInput(string Name, string TypeName, bool IsArray, string DisplayName, string Description)
{
    public string Category { get; init; } = "";
    public string UiHint { get; init; } = "singleline";
    public Value Default { get; init; } = Value.Undefined;

    /// <summary>The raw JSON members: French texts and choices stand beside the known ones.</summary>
    public Value.Map Members { get; init; } = Value.Map.Empty;
}
