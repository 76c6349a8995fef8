using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>An activity whose turn will come in this step, first in, first out.</summary>
internal sealed record Work(ActivityNode Node, Activation Owner, Value.Map Memory, Value.Map Variables);
