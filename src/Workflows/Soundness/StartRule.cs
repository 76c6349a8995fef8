using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Soundness;

/// <summary>What starts procedures by the clock says when: by a fixed moment, interval or expression.</summary>
internal static class StartRule
{
    // Any moment will do: only whether one can be told is asked.
    private static readonly DateTimeOffset Sample = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Finding> Find(Subject subject)
    {
        foreach (var node in subject.Acts.Where(n => n.CanStartWorkflow))
            if (WhyNot(subject, node) is { } reason)
                yield return Subject.At(node, FindingSeverity.Error, (
                    $"“{node.Title.English}” cannot start procedures: {reason}",
                    $"« {node.Title.French} » ne peut ouvrir de procédures : {reason}"));
    }

    private static string? WhyNot(Subject subject, ActivityNode node)
    {
        try
        {
            subject.TypeOf(node)?.NextStart(node, Sample, null);
            return null;
        }
        catch (ActivityFault fault)
        {
            return fault.Message;
        }
    }
}
