using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Migration;

/// <summary>What becomes of a procedure that is moved to another version of its definition.</summary>
/// <remarks>
/// Activities are known again by their ids. What is asked stays as it was asked: letters have gone out with those words
/// and that day. Dates of reference stay; what comes after follows the new version.
/// </remarks>
/// <param name="Moved">The procedure under the other version; null when it cannot be moved.</param>
/// <param name="Refusals">Why it cannot be moved, one sentence for each thing in the way.</param>
public sealed record MigrationPlan(Procedure? Moved, ImmutableArray<Bilingual> Refusals)
{
    /// <summary>Looks at everything that runs, waits and is due in the procedure. Nothing is changed.</summary>
    public static MigrationPlan Of(Procedure procedure, Definition target)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(target);
        if (RefuseWhole(procedure, target) is { } refusal) return new MigrationPlan(null, [refusal]);
        var (activations, problems) = ActivationMoves.Of(procedure, target);
        return problems.IsEmpty
            ? new MigrationPlan(
                procedure with
                {
                    Definition = target, Activations = activations,
                    Inputs = Openings.WithDefaults(target, procedure.Inputs),
                },
                [])
            : new MigrationPlan(null, problems);
    }

    private static Bilingual? RefuseWhole(Procedure procedure, Definition target)
    {
        var source = procedure.Definition;
        if (procedure.RemovedAt is not null || procedure.IsOver && procedure.Standstill is null)
            return ("The procedure is over.", "La procédure est terminée.");
        if (source.DefinitionId != target.DefinitionId)
            return ($"The procedure runs {source.DefinitionId}, not {target.DefinitionId}.",
                $"La procédure suit {source.DefinitionId}, et non {target.DefinitionId}.");
        if (source.Hash == target.Hash)
            return ($"The procedure runs version {target.Version} already, or a version of the same text.",
                $"La procédure suit déjà la version {target.Version}, ou une version de même texte.");
        return source.Mode == target.Mode ? null : (
            $"Version {target.Version} runs its flowcharts in the other mode (counter-based, token-based): what has "
            + "arrived at joins cannot be carried over.",
            $"La version {target.Version} exécute ses organigrammes dans l'autre mode (compteurs, jetons) : ce qui est "
            + "arrivé aux jonctions ne peut être repris.");
    }
}
