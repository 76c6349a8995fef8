using System.Collections.Concurrent;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>How attempts ended whose rows have not learnt it yet: what a mail server has said is kept until it is written.</summary>
/// <remarks>
/// Only in memory: when the program dies the letters of these attempts become not known, which is then the truth.
/// </remarks>
internal sealed class UntoldEndings(ILetterBox letters)
{
    /// <summary>After so long no database still writes what it was asked on a connection that has broken.</summary>
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<(string Id, bool IsMerged, LetterEnding Ending)> _untold = [];
    private readonly ConcurrentQueue<(string Id, bool IsMerged, LetterEnding Ending)> _doubts = [];

    /// <param name="id">The letter's Message-ID, or that of the one letter in which several travel.</param>
    public void Add(string id, bool isMerged, LetterEnding ending) => _untold.Enqueue((id, isMerged, ending));

    /// <summary>Keeps how an attempt ended of which nobody knows whether its beginning is, or will yet be, noted.</summary>
    public void AddDoubt(string id, bool isMerged, LetterEnding ending) => _doubts.Enqueue((id, isMerged, ending));

    /// <summary>Writes the doubtful ones again and again for a while. Only while no attempt is under way.</summary>
    /// <param name="now">UTC.</param>
    public async Task TellDoubtsAsync(DateTimeOffset now)
    {
        for (var left = _doubts.Count; left > 0 && _doubts.TryDequeue(out var doubt); left--)
        {
            if (now - doubt.Ending.At < LongestDoubt) _doubts.Enqueue(doubt);
            await TellAsync(doubt);
        }
    }

    /// <summary>Writes them. What cannot be written now is kept for the next time.</summary>
    public async Task TellAsync()
    {
        while (_untold.TryDequeue(out var next))
        {
            try
            {
                await TellAsync(next);
            }
            catch
            {
                _untold.Enqueue(next);
                throw;
            }
        }
    }

    // The row must learn how it ended, also when the program is told to stop.
    private Task<bool> TellAsync((string Id, bool IsMerged, LetterEnding Ending) told) => told.IsMerged
        ? letters.EndMergedAsync(told.Id, LetterState.Sending, told.Ending, CancellationToken.None)
        : letters.EndLetterAsync(told.Id, LetterState.Sending, told.Ending, CancellationToken.None);
}
