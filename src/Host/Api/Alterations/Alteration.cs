using Procedures.Execution;

namespace Procedures.Api;

/// <summary>One change that Elsa's contract lets an operator make to running procedures.</summary>
/// <param name="Type">Elsa's name of it.</param>
/// <param name="ToldAsync">What a procedure is told, or why the change means nothing to it.</param>
internal sealed record Alteration(
    string Type, Func<Procedure, CancellationToken, Task<(Stimulus? Stimulus, Bilingual? Refusal)>> ToldAsync)
{
    /// <summary>A change that says the same to every procedure.</summary>
    public static Alteration Of(string type, Stimulus stimulus) =>
        Of(type, _ => (stimulus, null));

    /// <summary>A change for which the procedure itself must be looked at.</summary>
    public static Alteration Of(string type, Func<Procedure, (Stimulus?, Bilingual?)> told) =>
        new(type, (procedure, _) => Task.FromResult(told(procedure)));
}
