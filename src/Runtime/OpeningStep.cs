using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>The first step of a procedure, and whether it was written.</summary>
/// <param name="Result">Null when the engine refused, so that there was nothing to write.</param>
internal sealed record OpeningStep(Step Step, CommitResult? Result)
{
    public bool IsWritten => Result == CommitResult.Committed;
}
