using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Scheduling;

/// <summary>
/// Inputs of activities that start procedures: nothing runs yet, so only what stands there can be read.
/// </summary>
internal static class Starts
{
    /// <summary>The input as text, or its default.</summary>
    /// <exception cref="ActivityFault">It is computed, or it is not of its type.</exception>
    public static string TextOf(ActivityNode node, InputDeclaration input)
    {
        if (!node.Inputs.TryGetValue(input.Member, out var binding)) return Plain.Text(input.Default);
        if (binding.Kind is ExpressionKind.JavaScript or ExpressionKind.Variable or ExpressionKind.Input)
            throw new ActivityFault((
                $"{input.Name}: what starts procedures is read before any runs; it cannot be computed.",
                $"{input.Name} : ce qui ouvre des procédures est lu avant toute exécution ; cela ne peut être calculé."));
        var typed = TypedValue.Convert(binding.Literal, input.TypeName);
        return typed.Problem is { } problem
            ? throw new ActivityFault((
                $"{input.Name}: {problem.English}", $"{input.Name} : {problem.French}"))
            : Plain.Text(typed.Value);
    }
}
