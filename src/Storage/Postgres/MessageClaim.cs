using System.Collections.Immutable;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>A message whose row is locked.</summary>
internal sealed class MessageClaim(Claim claim, PostgresStore store, InboxMessage message) : IMessageClaim
{
    private const string BeforeStep = "before_step";

    public InboxMessage Message => message;

    public async Task<CommitResult> CommitAsync(StepCommit step, CancellationToken cancel = default)
    {
        if (claim.HasEnded) return await store.CommitAsync(CommitBatch.Of(step), cancel);
        try
        {
            await claim.SaveAsync(BeforeStep, cancel);
            await store.CommitInAsync(claim, [store.RowsOf(step)], cancel);
            return CommitResult.Committed;
        }
        catch (PostgresException exception) when (exception.SqlState == StepBatch.NotAllWritten)
        {
            // The row is still this host's: the message was there, so the procedure has moved on meanwhile, or a contact has.
            await claim.BackToAsync(BeforeStep, cancel);
            store.ForgetAddresses();
            return CommitResult.LostRace;
        }
        catch (PostgresException exception) when (exception.SqlState == StepBatch.Occupied)
        {
            await claim.BackToAsync(BeforeStep, cancel);
            return CommitResult.Occupied;
        }
        catch (Exception exception) when (Breaks.IsLostConnection(exception) || Breaks.IsClash(exception))
        {
            await claim.EndAsync();
            return await store.CommitAsync(CommitBatch.Of(step), Breaks.IsLostConnection(exception), cancel);
        }
    }

    public Task<bool> ReplaceAsync(ImmutableArray<InboxMessage> messages, CancellationToken cancel = default) =>
        claim.HasEnded
            ? store.ReplaceAsync(message.Id, messages, cancel)
            : store.ReplaceInAsync(claim, message.Id, messages, cancel);

    public ValueTask DisposeAsync() => claim.DisposeAsync();
}
