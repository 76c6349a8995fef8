namespace Procedures.Runtime;

/// <summary>A stimulus was sent to a procedure that does not exist.</summary>
public sealed class UnknownProcedureException : Exception
{
    public UnknownProcedureException() { }
    public UnknownProcedureException(string procedureId) : base($"There is no procedure {procedureId}.") { }
    public UnknownProcedureException(string message, Exception inner) : base(message, inner) { }
}
