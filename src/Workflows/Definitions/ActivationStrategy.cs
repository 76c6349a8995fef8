namespace Procedures.Definitions;

/// <summary>Whether a procedure may be opened while others run (Elsa's activation strategies).</summary>
public enum ActivationStrategy
{
    /// <summary>At any time.</summary>
    Always,

    /// <summary>Not while a procedure of the same definition runs.</summary>
    Singleton,

    /// <summary>Not while one of the same definition with the same correlation id runs.</summary>
    CorrelatedSingleton,

    /// <summary>Not while any procedure with the same correlation id runs.</summary>
    Correlation,
}
