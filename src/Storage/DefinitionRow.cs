namespace Procedures.Storage;

/// <summary>What lists show of a version of a definition; the document is not read.</summary>
public sealed record DefinitionRow
{
    public required string Id { get; init; }
    public required string DefinitionId { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string Hash { get; init; }
    public bool IsLatest { get; init; }
    public bool IsPublished { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
}
