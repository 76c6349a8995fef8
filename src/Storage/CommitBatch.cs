using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Steps that are written together or not at all; at most one for each procedure.</summary>
public sealed record CommitBatch(ImmutableArray<StepCommit> Steps)
{
    public static CommitBatch Of(StepCommit step) => new([step]);
}
