using Procedures.Execution;

namespace Procedures.Commands;

/// <summary>The status of a procedure on a terminal: Elsa's word in English, ours in French.</summary>
internal static class StatusWords
{
    public static Bilingual Of(ProcedureStatus status) => (status.ToString(), status switch
    {
        ProcedureStatus.Suspended => "en attente",
        ProcedureStatus.Interrupted => "interrompue",
        ProcedureStatus.Finished => "achevée",
        ProcedureStatus.Cancelled => "abandonnée",
        ProcedureStatus.Faulted => "arrêtée par une erreur",
        _ => "en cours",
    });
}
