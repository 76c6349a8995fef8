using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.Refused;

/// <summary>
/// A type of Elsa's that is known, so that definitions with it can be opened and kept, but is not run.
/// </summary>
/// <param name="declaration">Its refusal is the sentence that publishing and running answer with.</param>
public sealed class RefusedActivity(ActivityDeclaration declaration) : ActivityType
{
    private readonly Bilingual _reason = declaration.Refusal
        ?? throw new ArgumentException("A refused activity type says why.", nameof(declaration));

    public override ActivityDeclaration Declaration { get; } = declaration with { IsBrowsable = false };

    /// <summary>Fails with the reason: an incident is recorded.</summary>
    public override void Start(Activation activation) => throw new ActivityFault(_reason);
}
