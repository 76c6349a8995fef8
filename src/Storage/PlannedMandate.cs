using Procedures.Mandates;

namespace Procedures.Storage;

/// <summary>A mandate with the plan of the procedure that follows it.</summary>
/// <param name="Plan">What the plan was made from; another text means that it must be made anew.</param>
/// <param name="DefinitionId">The definition of the procedure.</param>
/// <param name="OpeningId">The id that the procedure has or will have; null when nothing can be opened.</param>
public sealed record PlannedMandate(
    Mandate Mandate, string Plan, string? DefinitionId, string? OpeningId, OpeningPlan Opening);
