using System.Collections.Immutable;
using Procedures.Comparison;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>What would become of a procedure under another version of its definition. Nothing is written.</summary>
/// <param name="Procedure">As it stands, under the version that it follows.</param>
/// <param name="Target">The version to which it would be moved.</param>
/// <param name="Choices">Every version to which it may be moved, the newest first.</param>
public sealed record VersionSheet(Procedure Procedure, Definition Target, ImmutableArray<DefinitionRow> Choices)
{
    /// <summary>What the two versions say differently, places on the canvas left out.</summary>
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>The step that would be taken; it says why when it cannot be.</summary>
    public required Step Step { get; init; }

    /// <summary>Why it cannot be moved, one sentence for each thing in the way.</summary>
    public ImmutableArray<Bilingual> Refusals { get; init; } = [];

    /// <summary>What is asked of bodies now; it stays as it was asked.</summary>
    public ImmutableArray<TaskRow> Asked { get; init; } = [];

    /// <summary>
    /// How the year to come would differ, if every step is done on its last good day; null when it cannot be foreseen.
    /// </summary>
    public ImmutableArray<CourseChange>? Course { get; init; }

    public bool CanBeMoved => Refusals.IsEmpty && Step.Refusal is null;
}
