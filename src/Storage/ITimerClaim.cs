using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Storage;

/// <summary>Due timers that this host alone works on until the claim is disposed.</summary>
public interface ITimerClaim : IAsyncDisposable
{
    /// <summary>The earliest first.</summary>
    ImmutableArray<DueTimer> Timers { get; }

    /// <summary>Whether other claims pass over what this one has, so that several may work beside each other.</summary>
    bool IsExclusive { get; }

    /// <summary>The procedure of a timer as its last committed step left it, or null.</summary>
    Task<Procedure?> LoadAsync(string procedureId, CancellationToken cancel = default);

    /// <summary>
    /// Writes the steps, each of another procedure, together where that is possible: one that cannot be written takes
    /// nothing of the others with it. The claim ends.
    /// </summary>
    /// <returns>For each step how its writing ends.</returns>
    Task<ImmutableArray<Task<CommitResult>>> CommitAsync(
        ImmutableArray<StepCommit> steps, CancellationToken cancel = default);
}
