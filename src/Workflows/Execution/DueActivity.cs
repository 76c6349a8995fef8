using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>An activity whose turn had not come when an incident ended the procedure.</summary>
/// <param name="Owner">The activation that had scheduled it.</param>
/// <param name="Memory">What its activation shall remember from the start.</param>
/// <param name="Variables">Variables of its own, by name.</param>
public sealed record DueActivity(string ActivityId, int Owner, Value.Map Memory, Value.Map Variables);
