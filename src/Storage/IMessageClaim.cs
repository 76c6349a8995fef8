using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>A message that this host alone does until the claim is disposed.</summary>
public interface IMessageClaim : IAsyncDisposable
{
    InboxMessage Message { get; }

    /// <summary>
    /// Writes the step that does the message, and takes the message away with it. Once it is committed the claim ends.
    /// </summary>
    Task<CommitResult> CommitAsync(StepCommit step, CancellationToken cancel = default);

    /// <summary>Takes the message away and puts others in its place. The claim ends.</summary>
    /// <returns>False when the message was no longer there; then nothing has changed.</returns>
    Task<bool> ReplaceAsync(ImmutableArray<InboxMessage> messages, CancellationToken cancel = default);
}
