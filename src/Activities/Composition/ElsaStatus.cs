using Procedures.Execution;

namespace Procedures.Activities.Composition;

/// <summary>Elsa's two words for where a procedure stands, as results of activities hold them.</summary>
internal static class ElsaStatus
{
    /// <summary>Elsa's status and sub-status for the name of a <see cref="ProcedureStatus"/>.</summary>
    public static (string Status, string SubStatus) Of(string status) => status switch
    {
        nameof(ProcedureStatus.Finished) => ("Finished", "Finished"),
        nameof(ProcedureStatus.Cancelled) => ("Finished", "Cancelled"),
        nameof(ProcedureStatus.Faulted) => ("Finished", "Faulted"),
        _ => ("Running", "Suspended"),
    };
}
