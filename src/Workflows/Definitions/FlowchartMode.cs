namespace Procedures.Definitions;

/// <summary>
/// How flowcharts merge branches; a definition says so in its custom property Flowchart:ExecutionMode.
/// </summary>
public enum FlowchartMode
{
    /// <summary>Several arrows into one activity are a join with dead-path elimination. Elsa's default.</summary>
    CounterBased,

    /// <summary>Tokens travel; each activity's merge mode decides what several arrows mean.</summary>
    TokenBased,
}
