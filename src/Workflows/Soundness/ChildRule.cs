using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>The definitions that activities open exist.</summary>
internal static class ChildRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from node in subject.Acts
        from input in subject.DeclarationOf(node)?.Inputs ?? []
        where input.Hint == UiHint.DefinitionPicker && !subject.IsComputed(node, input.Name)
        let id = Plain.Text(subject.LiteralOf(node, input.Name))
        where id.Length == 0 || subject.Children is { } find && find(id) is null
        select Subject.At(node, FindingSeverity.Error, id.Length == 0
            ? ($"“{node.Title.English}” does not say which definition it opens.",
                $"« {node.Title.French} » n'indique pas la définition à ouvrir.")
            : ($"“{node.Title.English}” opens the definition {id}, which does not exist.",
                $"« {node.Title.French} » ouvre la définition {id}, qui n'existe pas."));
}
