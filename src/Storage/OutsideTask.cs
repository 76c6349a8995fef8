using Procedures.Expressions;

namespace Procedures.Storage;

/// <summary>A task that an outside program was asked to do.</summary>
/// <param name="AskedAt">UTC.</param>
public sealed record OutsideTask(string TaskId, string ProcedureId, string Name, Value Payload, DateTimeOffset AskedAt);
