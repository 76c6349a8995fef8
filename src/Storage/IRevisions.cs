namespace Procedures.Storage;

/// <summary>
/// The texts of definitions that were saved, published or refused. Saving keeps them in its own transaction (see
/// <see cref="IDefinitionShelf"/>); those that were never published go after a time.
/// </summary>
public interface IRevisions
{
    /// <summary>The revisions of a definition, the newest first.</summary>
    Task<Page<Revision>> RevisionsAsync(string definitionId, PageRequest page, CancellationToken cancel = default);

    Task<RevisionText?> FindRevisionAsync(long number, CancellationToken cancel = default);

    /// <summary>The text that was saved or published last before that revision of the same definition.</summary>
    Task<RevisionText?> RevisionBeforeAsync(Revision revision, CancellationToken cancel = default);

    /// <summary>Keeps a text that was refused.</summary>
    /// <returns>Its number.</returns>
    Task<long> KeepRevisionAsync(Revision revision, string document, CancellationToken cancel = default);

    /// <summary>Takes away the oldest revisions from before a moment, those of published texts never.</summary>
    /// <returns>How many have gone.</returns>
    Task<int> PruneRevisionsAsync(DateTimeOffset before, int limit, CancellationToken cancel = default);
}
