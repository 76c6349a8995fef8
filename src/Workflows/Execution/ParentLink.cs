namespace Procedures.Execution;

/// <summary>Which wait of which procedure a child reports to, and when.</summary>
/// <param name="Wait">Null when the parent does not wait.</param>
/// <param name="ReportsWhenSuspended">The parent goes on as soon as the child comes to rest, finished or not.</param>
public sealed record ParentLink(string ProcedureId, int? Wait, bool ReportsWhenSuspended = false);
