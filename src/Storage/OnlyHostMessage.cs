using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>The claim of a store that serves one host: there is nobody to share with.</summary>
internal sealed class OnlyHostMessage(IProcedureStore store, InboxMessage message) : IMessageClaim
{
    public InboxMessage Message => message;

    public Task<CommitResult> CommitAsync(StepCommit step, CancellationToken cancel = default) =>
        store.CommitAsync(CommitBatch.Of(step), cancel);

    public Task<bool> ReplaceAsync(ImmutableArray<InboxMessage> messages, CancellationToken cancel = default) =>
        store.ReplaceAsync(message.Id, messages, cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
