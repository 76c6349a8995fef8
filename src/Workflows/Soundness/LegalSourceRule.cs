using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>Every activity says which article, or whose choice, it rests on.</summary>
internal static class LegalSourceRule
{
    private const string InputName = "LegalSource";

    public static IEnumerable<Finding> Find(Subject subject) =>
        from node in subject.Acts
        where string.IsNullOrWhiteSpace(node.LegalSource)
            && string.IsNullOrWhiteSpace(Plain.Text(subject.LiteralOf(node, InputName)))
            && !subject.IsComputed(node, InputName)
        select Subject.At(node, subject.Demand, (
            $"“{node.Title.English}” names no legal source (custom property legalSource).",
            $"« {node.Title.French} » n'indique pas sa source juridique (propriété legalSource)."));
}
