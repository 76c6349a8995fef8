using Procedures.Execution;

namespace Procedures.Storage;

/// <summary>Procedures and their steps.</summary>
public interface IStepStore
{
    /// <summary>The procedure as its last committed step left it, or null.</summary>
    Task<Procedure?> LoadAsync(string procedureId, CancellationToken cancel = default);

    /// <summary>
    /// The procedure as this host has seen it last, without asking the database; null when it does not remember it.
    /// Others may have moved it on since: a step that is computed from it may lose its race, and one that would do
    /// nothing must be computed again from <see cref="LoadAsync"/>.
    /// </summary>
    Procedure? LastKnown(string procedureId) => null;

    /// <summary>
    /// Writes the steps and all that belongs to them in one transaction: everything or nothing. A step is written only
    /// when its procedure still stands where the step was computed from, and its cause has not been done meanwhile.
    /// </summary>
    Task<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancel = default);

    /// <summary>The next number for ids that begin with the stem: 1, 2, 3 … Never given twice.</summary>
    Task<long> NextNumberAsync(string stem, CancellationToken cancel = default);
}
