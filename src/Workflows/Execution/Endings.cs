namespace Procedures.Execution;

/// <summary>How the journal says that a procedure is over.</summary>
internal static class Endings
{
    public static Bilingual Sentence(ProcedureStatus status) => status switch
    {
        ProcedureStatus.Finished => ("The procedure is completed.", "La procédure est achevée."),
        ProcedureStatus.Cancelled => ("The procedure is discontinued.", "La procédure est abandonnée."),
        ProcedureStatus.Faulted =>
            ("The procedure stopped because of an incident.", "La procédure s'est arrêtée sur un incident."),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A procedure that goes on has no ending."),
    };
}
