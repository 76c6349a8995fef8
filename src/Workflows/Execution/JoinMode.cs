using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>What a Join activity waits for (Elsa's FlowJoinMode).</summary>
public enum JoinMode
{
    /// <summary>The first arrow that is followed starts it; the other branches are cancelled. Elsa's default.</summary>
    WaitAny,

    /// <summary>All arrows must be followed; otherwise it is skipped.</summary>
    WaitAll,

    /// <summary>All arrows must be settled and at least one followed.</summary>
    WaitAllActive,
}

/// <summary>Reads the mode of a Join before it runs.</summary>
internal static class JoinModes
{
    public const string JoinType = "Elsa.FlowJoin";
    private static readonly InputDeclaration Mode =
        new("Mode", "FlowJoinMode", Bilingual.Empty, Bilingual.Empty) { Default = Value.Of(nameof(JoinMode.WaitAny)) };

    /// <summary>The join's mode; every other activity with several inbound arrows waits for all active ones.</summary>
    public static JoinMode Of(Activation flowchart, ActivityNode target)
    {
        if (target.Type != JoinType) return JoinMode.WaitAllActive;
        var text = Plain.Text(flowchart.InputOf(target, Mode));
        return Enum.TryParse<JoinMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode)
            ? mode
            : throw new ActivityFault((
                $"The join {target.Id} has no mode {text}.",
                $"La jonction {target.Id} n'a pas de mode {text}."));
    }
}
