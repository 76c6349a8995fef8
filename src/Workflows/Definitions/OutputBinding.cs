namespace Procedures.Definitions;

/// <summary>Where an output of an activity goes: a variable's id or a workflow output's name.</summary>
public sealed record OutputBinding(string Target);
