using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>The words of letters that were edited, with their history: one thing for all hosts.</summary>
public interface ILetterTexts
{
    /// <summary>The newest text of each template that was ever edited.</summary>
    Task<ImmutableArray<LetterText>> LetterTextsAsync(CancellationToken cancel = default);

    /// <summary>Every text of a template, the newest first.</summary>
    Task<ImmutableArray<LetterText>> LetterTextHistoryAsync(string file, CancellationToken cancel = default);

    /// <summary>Keeps a text under its number.</summary>
    /// <returns>False when somebody has kept a text under that number already; nothing is kept then.</returns>
    Task<bool> SaveLetterTextAsync(LetterText text, CancellationToken cancel = default);
}
