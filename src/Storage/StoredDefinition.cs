namespace Procedures.Storage;

/// <summary>One version of a definition on the shelf.</summary>
public sealed record StoredDefinition
{
    /// <summary>The id of this version.</summary>
    public required string Id { get; init; }

    /// <summary>The id that all versions share.</summary>
    public required string DefinitionId { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }

    /// <summary>The content hash.</summary>
    public required string Hash { get; init; }
    public bool IsLatest { get; init; }
    public bool IsPublished { get; init; }

    /// <summary>UTC: when the version was first saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The JSON exactly as it was saved.</summary>
    public required string Document { get; init; }

    // Procedures name the version that they run: what was published under an id stays what it was.
    internal static void RequireUnchanged(StoredDefinition? stored, StoredDefinition definition)
    {
        if (stored is { IsPublished: true } && stored.Hash != definition.Hash)
            throw new InvalidOperationException(
                $"Version {stored.Version} of {stored.DefinitionId} is published and cannot be changed.");
    }
}
