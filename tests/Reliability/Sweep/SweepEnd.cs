using System.Collections.Immutable;
using Procedures.Storage;

namespace Procedures.Reliability.Sweep;

/// <summary>What a run has left: states, journals, letters, and what the mail server got.</summary>
/// <param name="Stops">Where it was stopped: the place in the code and the day.</param>
internal sealed record SweepEnd(
    ImmutableArray<string> States, ImmutableArray<string> Journals, ImmutableArray<StoredLetter> Letters,
    ImmutableArray<string> Received, ImmutableArray<string> Problems, ImmutableArray<string> Stops)
{
    /// <summary>How this end differs from that of the run that nobody has disturbed.</summary>
    public IEnumerable<string> DifferencesTo(SweepEnd undisturbed)
    {
        foreach (var problem in Problems) yield return problem;
        if (!States.SequenceEqual(undisturbed.States)) yield return "States differ.";
        if (!Journals.SequenceEqual(undisturbed.Journals)) yield return "Journals differ.";
        if (!Letters.Select(l => l.Id).SequenceEqual(undisturbed.Letters.Select(l => l.Id))) yield return "Letters differ.";
        foreach (var letter in Letters)
        {
            var copies = Received.Count(id => id == (letter.Merged ?? letter.Id));
            var isFine = letter.State switch
            {
                LetterState.Sent => copies == 1,
                LetterState.NotKnown => copies <= 1,
                LetterState.NotSent => copies == 0 && letter.Address.Length == 0,
                _ => false,
            };
            if (!isFine) yield return $"{letter.Occasion} to {letter.Body} is {letter.State} and was received {copies} times.";
        }
        var unknown = Letters.Where(l => l.State == LetterState.NotKnown).DistinctBy(l => l.Merged ?? l.Id).Count();
        if (unknown > Stops.Length) yield return $"{unknown} letters are not known after {Stops.Length} stops.";
    }
}
