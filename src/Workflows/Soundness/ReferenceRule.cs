using Procedures.Definitions;

namespace Procedures.Soundness;

/// <summary>A definition that is used as an activity exists, and is not the one that uses it.</summary>
internal static class ReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject)
    {
        foreach (var node in subject.Definition.Nodes)
        {
            if (node.Reference is not { } reference) continue;
            if (reference.DefinitionId == subject.Definition.DefinitionId)
                yield return Subject.At(node, FindingSeverity.Error, (
                    $"“{node.Title.English}” would run the definition inside itself without end.",
                    $"« {node.Title.French} » exécuterait sans fin la définition à l'intérieur d'elle-même."));
            else if (subject.Children is { } find && find(reference.DefinitionId) is null)
                yield return Subject.At(node, FindingSeverity.Error, (
                    $"“{node.Title.English}” stands for the definition {reference.DefinitionId}, which is not "
                    + "published.",
                    $"« {node.Title.French} » représente la définition {reference.DefinitionId}, qui n'est pas "
                    + "publiée."));
        }
    }
}
