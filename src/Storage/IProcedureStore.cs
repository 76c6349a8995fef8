namespace Procedures.Storage;

/// <summary>Everything that outlives the program: procedures, what is due, letters, definitions, people.</summary>
/// <remarks>
/// Safe to use from several threads. A task that has completed is on the disk. Moments are handed in: no store reads
/// a clock. Moments are UTC whatever offset they are given in.
/// </remarks>
public interface IProcedureStore
    : IStepStore, IDueWork, IProcedureLists, ITaskLists, IJournalReader, ILetterBox, IDefinitionShelf, IDraftStore,
      IDirectory, IMandateRegister, ISettings, IRevisions, ITriggers, ILetterTexts, IAsyncDisposable
{
    /// <summary>
    /// Takes the earliest due timers of procedures that nobody is working on. No other host is given them before the
    /// claim ends; it ends with the host at the latest.
    /// </summary>
    async Task<ITimerClaim> ClaimTimersAsync(DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        new OnlyHostTimers(this, await DueTimersAsync(now, limit, cancel));

    /// <summary>Takes the oldest message that waits and that nobody is doing.</summary>
    /// <param name="origin">Only one of that tree; null: any.</param>
    /// <returns>Null when there is none.</returns>
    async Task<IMessageClaim?> ClaimMessageAsync(
        DateTimeOffset now, string? origin = null, CancellationToken cancel = default) =>
        await InboxAsync(now, 1, origin, cancel) is [var message, ..] ? new OnlyHostMessage(this, message) : null;

    /// <summary>
    /// Waits until no other host does this, and keeps the others away until the turn is disposed: for what one host
    /// must do alone, such as the work of a first start.
    /// </summary>
    Task<IAsyncDisposable> TakeTurnAsync(string what, CancellationToken cancel = default) =>
        Task.FromResult<IAsyncDisposable>(OnlyHostTurn.Instance);
}
