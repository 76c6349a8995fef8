using Procedures.Definitions;
using Procedures.Storage;

namespace Procedures;

/// <summary>Gives a definition that was taken in earlier the better drawing that a newer program brings.</summary>
/// <remarks>
/// Places and bends of arrows are no part of a definition's content hash. A file with the hash of the text on the shelf
/// says the same in another drawing, so it may take its place without a new version: procedures that run are shown with
/// the new drawing and notice nothing else. What somebody has saved in the designer is never touched.
/// </remarks>
internal sealed class RenewedDrawings(IProcedureStore store, TimeProvider clock)
{
    private static readonly PageRequest Texts = new(0, 500);

    /// <returns>Whether the drawing on the shelf was another one and has been renewed.</returns>
    public async Task<bool> RenewAsync(Definition definition, string json, CancellationToken cancel)
    {
        var stored = await store.FindVersionAsync(definition.Id, cancel);
        if (stored is not { IsLatest: true, IsPublished: true } || stored.Hash != definition.Hash
            || stored.Version != definition.Version || stored.Document == json
            || !await IsUntouchedAsync(definition, cancel)) return false;
        var starts = (await store.TriggersAsync(cancel)).Where(t => t.DefinitionId == definition.DefinitionId);
        var renewed = stored with { Document = json, SavedAt = clock.GetUtcNow() };
        await store.SaveDefinitionAsync(renewed, Author.Nobody, [.. starts], cancel);
        return true;
    }

    // Where no text was kept nobody can tell who drew what stands.
    private async Task<bool> IsUntouchedAsync(Definition definition, CancellationToken cancel)
    {
        var texts = await store.RevisionsAsync(definition.DefinitionId, Texts, cancel);
        return texts.Items.Length > 0 && texts.Items.Length == texts.Total
            && texts.Items.All(t => t.Author == Author.Nobody);
    }
}
