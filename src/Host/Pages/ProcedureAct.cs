using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;

namespace Procedures.Pages;

/// <summary>Something that may be reported of a procedure at any time, with its form.</summary>
/// <param name="Name">The last segment of its address.</param>
/// <param name="Make">What the engine is told, from the tidy form; a refusal in words when the form makes no
/// sense.</param>
public sealed record ProcedureAct(
    string Name, Bilingual Title, Bilingual Text, Form Form,
        Func<Value.Map, (Stimulus? Stimulus, Bilingual? Problem)> Make)
{
    /// <summary>The name of the field for the reason in English; every act has one.</summary>
    public const string Reason = "reason";

    /// <summary>When that happened which the act takes back, UTC; the letters since are named. Null: nothing.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The name of the field for the same in French.</summary>
    public const string ReasonFr = "reasonFr";

    /// <summary>The field to which a problem of the whole form leads; empty when it leads nowhere.</summary>
    public string ProblemField { get; init; } = "";

    /// <summary>What stands in the form before anybody has typed.</summary>
    public Value.Map Defaults { get; init; } = Value.Map.Empty;
}
