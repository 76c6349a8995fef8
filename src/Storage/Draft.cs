using Procedures.Expressions;

namespace Procedures.Storage;

/// <summary>What somebody has filled in so far and not yet handed in.</summary>
/// <param name="SavedAt">UTC.</param>
public sealed record Draft(string ProcedureId, int Wait, Value.Map Values, string SavedBy, DateTimeOffset SavedAt);
