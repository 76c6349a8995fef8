using System.Collections.Immutable;
using Procedures.Comparison;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Migration;

/// <summary>Finds for everything that is at work in a procedure its place in another version.</summary>
internal sealed class ActivationMoves
{
    private readonly Procedure _procedure;
    private readonly Definition _target;
    private readonly ImmutableArray<Bilingual>.Builder _problems = ImmutableArray.CreateBuilder<Bilingual>();

    private ActivationMoves(Procedure procedure, Definition target) => (_procedure, _target) = (procedure, target);

    public static (ImmutableArray<ActivationState> Activations, ImmutableArray<Bilingual> Problems) Of(
        Procedure procedure, Definition target)
    {
        var moves = new ActivationMoves(procedure, target);
        var activations = procedure.Activations.Select(moves.Move).ToImmutableArray();
        foreach (var due in procedure.Standstill?.Due ?? []) moves.Place(due.ActivityId);
        return (activations, [.. moves._problems.Distinct()]);
    }

    private ActivationState Move(ActivationState state)
    {
        if (state.Id == WorkflowActivity.ActivationId)
            return state with { Variables = Variables(state, _procedure.Definition.Variables, _target.Variables) };
        if (Place(state.ActivityId) is not var (before, after)) return state;
        if (before.Type == FlowMove.FlowchartType)
            _problems.AddRange(new FlowMove(_procedure, state, before, after).Problems(_target));
        else if (!HoldSame(before, after))
            Refuse(before, ("holds other activities", "contient d'autres activités"));
        return state with { Variables = Variables(state, before.Variables, after.Variables) };
    }

    /// <returns>The activity before and after; null when it has no place, which is told.</returns>
    private (ActivityNode Before, ActivityNode After)? Place(string activityId)
    {
        if (_procedure.Definition.Find(activityId) is not { } before) return null;
        if (_target.Find(activityId) is not { } after) Refuse(before, ("is missing", "n'existe pas"));
        else if (before.NodeId != after.NodeId) Refuse(before, ("stands elsewhere", "se trouve ailleurs"));
        else if ((before.Type, before.Version) != (after.Type, after.Version))
            Refuse(before, ("is of another kind", "est d'un autre type"));
        else return (before, after);
        return null;
    }

    // A sequence counts its activities, and a loop its turns: what they hold must be the same.
    private static bool HoldSame(ActivityNode before, ActivityNode after) =>
        before.Children.Select(c => c.Id).SequenceEqual(after.Children.Select(c => c.Id), StringComparer.Ordinal)
        && Ports(before).SequenceEqual(Ports(after));

    private static IEnumerable<(string, string)> Ports(ActivityNode node) =>
        node.Ports.Select(p => (p.Key, p.Value.Id)).OrderBy(p => p.Key, StringComparer.Ordinal);

    // Values stay; what is new begins with its default, what is gone goes. Loops have variables that nobody declares.
    private Expressions.Value.Map Variables(
        ActivationState state, ImmutableArray<Variable> before, ImmutableArray<Variable> after)
    {
        var values = before.Where(v => after.All(a => a.Id != v.Id))
            .Aggregate(state.Variables, (map, gone) => map.Without(gone.Id));
        foreach (var variable in after)
            if (before.Any(b => b.Id == variable.Id) && values.Has(variable.Id))
                values = values.With(variable.Id, Converted(variable, values[variable.Id]));
            else
                values = values.With(variable.Id, variable.Default);
        return values;
    }

    private Expressions.Value Converted(Variable variable, Expressions.Value value)
    {
        var typed = TypedValue.Convert(value, variable.IsArray ? variable.TypeName + "[]" : variable.TypeName);
        if (typed.Problem is { } problem)
            _problems.Add(($"The variable {variable.Name} has another type there: {problem.English}",
                $"La variable {variable.Name} y est d'un autre type : {problem.French}"));
        return typed.Value;
    }

    private void Refuse(ActivityNode node, Bilingual what)
    {
        var title = node.Title;
        _problems.Add((
            $"“{title.English}” is at work and {what.English} in version {_target.Version}.",
            $"« {title.French} » est en cours et {what.French} dans la version {_target.Version}."));
    }
}
