using System.Collections.Immutable;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>What came of a wish to change a definition: the version as it stands now, or why nothing changed.</summary>
internal sealed record Saving
{
    private Saving() { }

    public StoredDefinition? Stored { get; private init; }

    /// <summary>Nothing was to be done: the version was published already.</summary>
    public bool WasPublished { get; private init; }
    public bool IsUnknown { get; private init; }
    public ImmutableArray<Bilingual> Refusals { get; private init; } = [];

    public static Saving Of(StoredDefinition stored) => new() { Stored = stored };

    public static Saving Already(StoredDefinition stored) => new() { Stored = stored, WasPublished = true };

    public static Saving Refused(params ImmutableArray<Bilingual> reasons) => new() { Refusals = reasons };

    public static readonly Saving Unknown = new()
    {
        IsUnknown = true,
        Refusals = [("There is no such definition.", "Cette définition n’existe pas.")],
    };
}
