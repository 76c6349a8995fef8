using System.Collections.Concurrent;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>How attempts ended whose rows have not learnt it yet: what a mail server has said is kept until it is written.</summary>
/// <remarks>
/// Only in memory: when the program dies the letters of these attempts become not known, which is then the truth.
/// </remarks>
internal sealed class UntoldEndings(ILetterBox letters)
{
    private readonly ConcurrentQueue<(string Id, bool IsMerged, LetterEnding Ending)> _untold = [];

    /// <param name="id">The letter's Message-ID, or that of the one letter in which several travel.</param>
    public void Add(string id, bool isMerged, LetterEnding ending) => _untold.Enqueue((id, isMerged, ending));

    /// <summary>Writes them. What cannot be written now is kept for the next time.</summary>
    public async Task TellAsync()
    {
        while (_untold.TryDequeue(out var next))
        {
            try
            {
                // The row must learn how it ended, also when the program is told to stop.
                if (next.IsMerged)
                    await letters.EndMergedAsync(next.Id, LetterState.Sending, next.Ending, CancellationToken.None);
                else
                    await letters.EndLetterAsync(next.Id, LetterState.Sending, next.Ending, CancellationToken.None);
            }
            catch
            {
                _untold.Enqueue(next);
                throw;
            }
        }
    }
}
