using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>The cases of Elsa's switches, and whether the first match counts or every one.</summary>
internal static class SwitchCasesInput
{
    public static readonly InputDeclaration Mode = new(
        "Mode", "SwitchMode", ("Mode", "Mode"),
        ("Whether the first matching case counts or every matching one.",
            "Si le premier cas satisfait compte, ou tous les cas satisfaits."))
    {
        Hint = UiHint.Dropdown,
        Default = Value.Of("MatchFirst"),
        Choices =
        [
            new("MatchFirst", ("First match", "Premier cas satisfait")),
            new("MatchAny", ("Every match", "Tous les cas satisfaits")),
        ],
    };

    public static InputDeclaration Cases(string hint) => new(
        "Cases", "Object", ("Cases", "Cas"), ("The cases and their conditions.", "Les cas et leurs conditions."))
    {
        Hint = hint, IsWrapped = false, DefaultSyntax = "Object",
    };

    /// <summary>
    /// The numbers and labels of the cases whose conditions hold; only the first one under MatchFirst.
    /// </summary>
    public static IReadOnlyList<(int Number, string Label)> Matches(Activation activation)
    {
        var isFirstOnly = activation.Text(Mode) != "MatchAny";
        var found = new List<(int, string)>();
        var cases = activation.Node.Inputs.TryGetValue("cases", out var binding) ? Plain.Items(binding.Literal) : [];
        for (var i = 0; i < cases.Count; i++)
        {
            if (!Holds(activation, i)) continue;
            found.Add((i, cases[i] is Value.Map map ? Plain.Text(map["label"]) : ""));
            if (isFirstOnly) break;
        }
        return found;
    }

    private static bool Holds(Activation activation, int number) =>
        activation.Node.Inputs.TryGetValue($"cases[{number}].condition", out InputBinding? condition)
        && Plain.Truth(activation.Evaluate(condition, "Boolean"));
}
