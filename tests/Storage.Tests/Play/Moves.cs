using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Play;

/// <summary>Stimuli and moments that tests use.</summary>
public static class Moves
{
    public static readonly DateTimeOffset Start = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public static readonly Value.Map Inputs =
        Value.MapOf(("EO", Value.Of("2027-06-01")), ("State", Value.Of("EE")));

    public static Stimulus.Opened Opening => new(Inputs) { Actor = "Clerk", CorrelationId = "case-7" };

    public static Stimulus.TaskCompleted Answer(Wait wait, string outcome = "Done") =>
        new(wait.Id, outcome, Value.Map.Empty) { Actor = "Clerk" };

    public static Step Open(Engine engine, string id, Procedures.Definitions.Definition definition) =>
        engine.Advance(Procedure.Draft(id, definition), Opening, Start);
}
