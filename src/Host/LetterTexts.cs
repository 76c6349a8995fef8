using System.Collections.Immutable;
using Procedures.Letters;
using Procedures.Storage;

namespace Procedures;

/// <summary>
/// The words of letters: those that a process owner has edited stand in the database, the same for all hosts, and come
/// before the files that were delivered with the definitions. What stands in neither is inside the program.
/// </summary>
/// <param name="delivered">The folder beside the definitions; never written to.</param>
/// <param name="troubled">Told when the database could not be asked; the words known last are used then.</param>
public sealed class LetterTexts(
    ILetterTexts store, string delivered, TimeProvider clock, Action<Exception>? troubled = null)
{
    /// <summary>After this time at most a text that was saved on another host counts on this one.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private volatile Known _known = new(ImmutableDictionary<string, LetterText>.Empty, DateTimeOffset.MinValue);

    /// <summary>The text of a file now, or null when the words inside the program count.</summary>
    /// <exception cref="LetterTemplateException">The file cannot be read as text.</exception>
    public string? Read(string file) => Edited(file)?.Content ?? LetterTemplates.ReadFile(delivered, file);

    /// <summary>Whether the words were edited here, and so differ from the delivered ones.</summary>
    public bool IsOwn(string file) => Edited(file)?.Content is not null;

    /// <summary>The text saved last; null when nobody has ever edited the file.</summary>
    public LetterText? Edited(string file) => _known.Texts.GetValueOrDefault(file);

    /// <summary>The text for an editor: also of a file that cannot be read, then as it was delivered.</summary>
    public string Shown(string file)
    {
        try
        {
            return Read(file) ?? LetterTemplates.Embedded(file);
        }
        catch (LetterTemplateException)
        {
            return LetterTemplates.Embedded(file);
        }
    }

    /// <summary>What is wrong with the words as they stand, or null.</summary>
    public LetterTemplateException? MistakeIn(string file)
    {
        try
        {
            LetterTemplates.Preview(file, Read(file) ?? LetterTemplates.Embedded(file), LetterFields.Empty);
            return null;
        }
        catch (LetterTemplateException mistake)
        {
            return mistake;
        }
    }

    /// <summary>Asks the database when what is known may be old. Called before letters are written.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancel = default)
    {
        var age = clock.GetUtcNow() - _known.At;
        if (age >= TimeSpan.Zero && age < Freshness) return;
        try
        {
            await LoadAsync(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException && troubled is not null)
        {
            troubled(problem);
        }
    }

    /// <summary>Asks the database.</summary>
    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var texts = await store.LetterTextsAsync(cancel);
        _known = new Known(texts.ToImmutableDictionary(t => t.File, StringComparer.Ordinal), clock.GetUtcNow());
    }

    /// <summary>Every text that was saved for a file, the newest first.</summary>
    public Task<ImmutableArray<LetterText>> HistoryAsync(string file, CancellationToken cancel = default) =>
        store.LetterTextHistoryAsync(file, cancel);

    /// <summary>Keeps an edited text. A letter that is being written sees the old text or the new one whole.</summary>
    /// <param name="follows">The number of the text that the editor began with; 0 for the delivered one.</param>
    /// <returns>False when somebody has saved another one meanwhile; nothing is kept then.</returns>
    /// <exception cref="LetterTemplateException">The text is no template; nothing is kept.</exception>
    public Task<bool> SaveAsync(
        string file, string text, string person, int follows, CancellationToken cancel = default)
    {
        LetterTemplates.Preview(file, text, LetterFields.Empty);
        return KeepAsync(file, text.ReplaceLineEndings("\n"), person, follows, cancel);
    }

    /// <summary>The delivered words count again; the edited ones stay in the history.</summary>
    /// <returns>False when somebody has saved another text meanwhile.</returns>
    public Task<bool> RestoreAsync(string file, string person, int follows, CancellationToken cancel = default) =>
        KeepAsync(file, null, person, follows, cancel);

    /// <summary>
    /// Takes in the files of a folder for which the database has never held a text: what was edited on one host before
    /// hosts had the words in common, or was put there by hand. Files are left as they are.
    /// </summary>
    /// <returns>The files that were taken in, and what is wrong with those that were not.</returns>
    public async Task<(ImmutableArray<string> Taken, ImmutableArray<LetterTemplateException> Refused)> ImportAsync(
        string folder, CancellationToken cancel = default)
    {
        await LoadAsync(cancel);
        var (taken, refused) =
            (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<LetterTemplateException>());
        foreach (var file in LetterTemplates.Files.Where(f => Edited(f) is null))
            try
            {
                if (LetterTemplates.ReadFile(folder, file) is { } text
                    && await SaveAsync(file, text, "", 0, cancel)) taken.Add(file);
            }
            catch (LetterTemplateException mistake)
            {
                refused.Add(mistake);
            }
        return (taken.ToImmutable(), refused.ToImmutable());
    }

    private async Task<bool> KeepAsync(
        string file, string? content, string person, int follows, CancellationToken cancel)
    {
        var kept = await store.SaveLetterTextAsync(
            new LetterText(file, follows + 1, content, person, clock.GetUtcNow()), cancel);
        await LoadAsync(cancel);
        return kept;
    }

    private sealed record Known(ImmutableDictionary<string, LetterText> Texts, DateTimeOffset At);
}
