namespace Procedures.Storage.Postgres;

/// <summary>Steps that are written together or not at all, on their way to the disk.</summary>
internal sealed class PendingSteps(StepRows[] steps)
{
    // Continuations must not run on the writing hand: it would wait for what it is to write next.
    private readonly TaskCompletionSource<CommitResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StepRows[] Steps => steps;
    public Task<CommitResult> Done => _done.Task;

    /// <summary>True once a connection broke while they were being written: they may be on the disk.</summary>
    public bool MayBeWritten { get; set; }

    /// <summary>How often a connection has broken over them.</summary>
    public int Breaks { get; set; }

    public void End(CommitResult result) => _done.TrySetResult(result);
    public void Fail(Exception exception) => _done.TrySetException(exception);
}
