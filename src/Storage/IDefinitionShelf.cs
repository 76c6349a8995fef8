using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>The versions of definitions. What a procedure runs is kept apart and never goes.</summary>
public interface IDefinitionShelf
{
    /// <summary>
    /// Saves a version, new or again. When it is the latest (published), no other version of the definition is any
    /// more.
    /// </summary>
    /// <remarks>The same as saving by nobody and without starts.</remarks>
    Task SaveDefinitionAsync(StoredDefinition definition, CancellationToken cancel = default);

    /// <summary>
    /// Saves a version and keeps its text as a revision, in one transaction. When it is published, its starts take the
    /// place of those of the version that was published before.
    /// </summary>
    /// <param name="triggers">The starts of a published version.</param>
    /// <exception cref="InvalidOperationException">The version is published and says something else.</exception>
    Task SaveDefinitionAsync(
        StoredDefinition definition, Author author, ImmutableArray<StartTrigger> triggers,
        CancellationToken cancel = default);

    Task<StoredDefinition?> FindDefinitionAsync(
        string definitionId, VersionChoice version, CancellationToken cancel = default);

    /// <summary>A version by its own id.</summary>
    Task<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken cancel = default);

    /// <summary>
    /// A version by its own id, even when it has been taken off the shelf: running procedures open it.
    /// </summary>
    Task<StoredDefinition?> FindAnyVersionAsync(string versionId, CancellationToken cancel = default);

    /// <summary>
    /// The document with a content hash: what stands on the shelf, for its drawing may have become better; else what
    /// procedures run.
    /// </summary>
    Task<string?> FindDefinitionDocumentAsync(string hash, CancellationToken cancel = default);

    /// <summary>All versions of one definition, the newest first.</summary>
    Task<ImmutableArray<DefinitionRow>> VersionsAsync(string definitionId, CancellationToken cancel = default);

    /// <summary>The latest version of each definition, by name; or only published versions.</summary>
    Task<ImmutableArray<DefinitionRow>> DefinitionsAsync(
        bool publishedOnly = false, CancellationToken cancel = default);

    /// <summary>Procedures can no longer be opened from the definition; running ones go on.</summary>
    Task<bool> RetractAsync(string definitionId, CancellationToken cancel = default);

    /// <summary>Takes one version off the shelf; the next lower one becomes the latest.</summary>
    Task<bool> RemoveVersionAsync(string versionId, CancellationToken cancel = default);

    /// <summary>Takes all versions off the shelf; running procedures go on.</summary>
    Task<bool> RemoveDefinitionAsync(string definitionId, CancellationToken cancel = default);
}
