namespace Procedures.Storage;

/// <summary>A procedure, its children, and theirs. A child's id is its parent's, a dot and a number.</summary>
public static class ProcedureTree
{
    /// <summary>The id of the procedure at the top of the tree.</summary>
    public static string RootOf(string procedureId)
    {
        var dot = procedureId.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? procedureId : procedureId[..dot];
    }
}
