namespace Procedures.Storage;

/// <summary>The order of a list of procedures.</summary>
public enum ProcedureOrder
{
    /// <summary>The nearest deadline first, those without one last.</summary>
    Deadline,

    /// <summary>The latest step first.</summary>
    Changed,

    /// <summary>The newest procedure first.</summary>
    Opened,
}
