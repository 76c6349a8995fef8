using Procedures.Execution;

namespace Procedures.Runtime;

/// <summary>What came of the wish to open a procedure: its first step, or why not.</summary>
public sealed record Opening
{
    private Opening() { }

    public Step? Step { get; private init; }
    public Bilingual? Refusal { get; private init; }
    public string? ProcedureId => Step?.After.Id;

    internal static Opening Of(Step step) =>
        step.IsIdle ? Refused(step.Refusal ?? Bilingual.Empty) : new Opening { Step = step };

    internal static Opening Refused(Bilingual reason) => new() { Refusal = reason };
}
