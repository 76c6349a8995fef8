using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Storage;

/// <summary>What is to be done by now. It is found by asking, never remembered.</summary>
public interface IDueWork
{
    /// <summary>Timers whose moment has come, the earliest first.</summary>
    Task<ImmutableArray<DueTimer>> DueTimersAsync(DateTimeOffset now, int limit, CancellationToken cancel = default);

    /// <summary>Messages that wait, the oldest first.</summary>
    /// <param name="origin">Only those of that tree (see <see cref="InboxMessage.Origin"/>); null: all.</param>
    Task<ImmutableArray<InboxMessage>> InboxAsync(
        DateTimeOffset now, int limit, string? origin = null, CancellationToken cancel = default);

    /// <summary>
    /// The earliest moment at which a timer or a message wants attention, or null. It may lie in the past.
    /// </summary>
    Task<DateTimeOffset?> NextMomentAsync(CancellationToken cancel = default);

    /// <summary>Puts messages into the inbox; one whose id is or was there is left alone.</summary>
    /// <returns>How many are new.</returns>
    Task<int> PostAsync(ImmutableArray<InboxMessage> messages, CancellationToken cancel = default);

    /// <summary>Takes a message away and puts others in its place, in one transaction.</summary>
    /// <returns>False when the message was no longer there; then nothing has changed.</returns>
    Task<bool> ReplaceAsync(
        string inboxId, ImmutableArray<InboxMessage> messages, CancellationToken cancel = default);

    /// <summary>Takes away a timer that the engine has no use for, unless it has been set anew meanwhile.</summary>
    Task DropTimerAsync(DueTimer timer, CancellationToken cancel = default);

    /// <summary>Notes that a message could not be done; it is tried again later or set aside for a person.</summary>
    Task NoteFailureAsync(InboxMessage message, WorkFailure failure, CancellationToken cancel = default);

    /// <summary>Notes that a timer could not be handled; it is tried again later or set aside for a person.</summary>
    Task NoteFailureAsync(DueTimer timer, WorkFailure failure, CancellationToken cancel = default);

    /// <summary>Work that has failed at least once, what is set aside first.</summary>
    Task<ImmutableArray<TroubledWork>> TroubledWorkAsync(int limit, CancellationToken cancel = default);

    /// <summary>Lets work that was set aside be tried again from now on.</summary>
    Task<bool> RetryAsync(TroubledWork work, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Takes a message away that nobody can do. Timers and starts cannot be: they are wanted.</summary>
    Task<bool> DismissAsync(TroubledWork work, CancellationToken cancel = default);

    /// <summary>The waits for an event or for an outside task's report, by their key.</summary>
    /// <param name="correlationId">Only procedures with that correlation id; null: all.</param>
    Task<ImmutableArray<OpenWait>> WaitsForAsync(
        WaitKind kind, string key, string? correlationId = null, CancellationToken cancel = default);

    /// <summary>Tasks that outside programs were asked to do and have not reported, the oldest first.</summary>
    Task<ImmutableArray<OutsideTask>> OutsideTasksAsync(int limit, CancellationToken cancel = default);
}
