using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Runtime;

/// <summary>What came of the wish to open a procedure: its first step, or why not.</summary>
public sealed record Opening
{
    private Opening() { }

    public Step? Step { get; private init; }
    public Bilingual? Refusal { get; private init; }

    /// <summary>Whether it was refused because of the definition's activation strategy.</summary>
    public bool IsOccupied { get; private init; }
    public string? ProcedureId => Step?.After.Id;

    internal static Opening Of(Step step) =>
        step.IsIdle ? Refused(step.Refusal ?? Bilingual.Empty) : new Opening { Step = step };

    internal static Opening Occupied(Definition definition) => new()
    {
        IsOccupied = true,
        Refusal = definition.Activation switch
        {
            ActivationStrategy.Correlation => (
                $"Not opened: a procedure with this correlation id is under way, and “{definition.Name}” allows no other.",
                "Procédure non ouverte : une procédure portant cet identifiant de corrélation est en cours, et "
                + $"« {definition.Name} » n'en admet pas d'autre."),
            ActivationStrategy.CorrelatedSingleton => (
                $"Not opened: “{definition.Name}” is under way with this correlation id, and allows one at a time.",
                $"Procédure non ouverte : « {definition.Name} » est en cours avec cet identifiant de corrélation et "
                + "n'en admet qu'une à la fois."),
            _ => (
                $"Not opened: a procedure of “{definition.Name}” is under way, and only one may run at a time.",
                $"Procédure non ouverte : une procédure de « {definition.Name} » est en cours, et une seule peut "
                + "l'être à la fois."),
        },
    };

    internal static Opening Refused(Bilingual reason) => new() { Refusal = reason };
}
