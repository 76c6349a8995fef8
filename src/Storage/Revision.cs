namespace Procedures.Storage;

/// <summary>One text of a definition that was saved, published or refused.</summary>
public sealed record Revision
{
    /// <summary>Rising with time over all definitions; 0 before it is kept.</summary>
    public long Number { get; init; }
    public required string DefinitionId { get; init; }

    /// <summary>The version that the text became, or against which it was sent.</summary>
    public required string VersionId { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }

    /// <summary>The content hash; empty for a text that was refused.</summary>
    public required string Hash { get; init; }
    public required RevisionKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>UTC: when the text that it replaced had been saved; null when there was none.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }
    public required Author Author { get; init; }
}
