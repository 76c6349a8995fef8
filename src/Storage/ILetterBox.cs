using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>The letters that steps have written, and what became of them.</summary>
public interface ILetterBox : IReachable
{
    Task<Page<StoredLetter>> LettersAsync(LetterFilter filter, PageRequest page, CancellationToken cancel = default);

    Task<StoredLetter?> FindLetterAsync(string id, CancellationToken cancel = default);

    /// <summary>Letters to be sent by now, the oldest first.</summary>
    Task<ImmutableArray<StoredLetter>> PendingLettersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default);

    /// <summary>The earliest moment at which a letter wants to be sent, or null.</summary>
    Task<DateTimeOffset?> NextLetterMomentAsync(CancellationToken cancel = default);

    /// <summary>Notes that an attempt begins, before anything is said to a server.</summary>
    /// <returns>False when the letter is not pending any more: somebody else has it.</returns>
    Task<bool> BeginAttemptAsync(string id, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>What waits for that address in that language, due or not yet, the oldest first.</summary>
    Task<ImmutableArray<StoredLetter>> PendingLettersToAsync(
        string address, Language language, CancellationToken cancel = default);

    /// <summary>The reminders that travel in that one letter, the oldest first.</summary>
    Task<ImmutableArray<StoredLetter>> MergedLettersAsync(string merged, CancellationToken cancel = default);

    /// <summary>
    /// Joins letters into one, for ever, and notes that an attempt to send it begins: all or nothing.
    /// </summary>
    /// <param name="merged">The Message-ID of the one letter.</param>
    /// <param name="ids">The reminders; they may have been joined under that Message-ID before.</param>
    /// <returns>False when one of them is not pending any more, or travels elsewhere; then nothing has
    /// changed.</returns>
    Task<bool> BeginMergedAttemptAsync(
        string merged, ImmutableArray<string> ids, CancellationToken cancel = default);

    /// <summary>Notes how things ended for every reminder in that letter that still is in the state seen.</summary>
    Task<bool> EndMergedAsync(
        string merged, LetterState from, LetterEnding ending, CancellationToken cancel = default);

    /// <summary>Notes how things ended, if the letter still is in the state that the caller saw.</summary>
    Task<bool> EndLetterAsync(
        string id, LetterState from, LetterEnding ending, CancellationToken cancel = default);

    /// <summary>
    /// Attempts of hosts that have died become not known: they had begun and their end was never noted. Only a program
    /// that sends may call it, and not while it sends.
    /// </summary>
    /// <returns>How many there were.</returns>
    Task<int> AbandonAttemptsAsync(Bilingual reason, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>
    /// Puts letters in the place of one that had no address, when contacts have become known. A letter that exists is
    /// left alone.
    /// </summary>
    Task<bool> ReplaceLetterAsync(
        string id, ImmutableArray<StoredLetter> letters, CancellationToken cancel = default);
}
