namespace Procedures.Definitions;

/// <summary>A value that a finished procedure hands over.</summary>
public sealed record WorkflowOutput(string Name, string TypeName, bool IsArray, string DisplayName, string Description);
