using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>The letters that steps have written, and what became of them.</summary>
public interface ILetterBox
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
