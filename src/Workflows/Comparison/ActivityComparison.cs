using System.Text.Json;
using Procedures.Catalog;
using Procedures.Definitions;

namespace Procedures.Comparison;

/// <summary>What changed in one activity: its label, its type, its inputs and outputs, its properties.</summary>
internal static class ActivityComparison
{
    private static readonly HashSet<string> NotCompared =
    [
        "id", "nodeId", "name", "version", "metadata", "customProperties", "activities", "branches", "connections",
        "variables", "start", "type", "workflowDefinitionId", "workflowDefinitionVersionId",
        "latestAvailablePublishedVersion", "latestAvailablePublishedVersionId",
    ];

    public static IEnumerable<Change> Between(ActivityNode before, ActivityNode after, ActivityCatalog catalog)
    {
        var title = after.Title;
        if (before.DisplayText != after.DisplayText)
        {
            var was = before.Title;
            yield return Changed(after, (
                $"“{was.English}” is now called “{title.English}”.",
                $"« {was.French} » s'appelle désormais « {title.French} »."));
        }
        if ((before.Type, before.Version, before.Reference) != (after.Type, after.Version, after.Reference))
            yield return Of(after, ("type", "type"), $"{before.Type} {before.Version}",
                $"{after.Type} {after.Version}");
        var declared = catalog.Find(after)?.Declaration;
        foreach (var member in Members(before).Union(Members(after)).Where(m => !after.Ports.ContainsKey(m)))
            if (Values.Of(before.Json, member) is var old && Values.Of(after.Json, member) is var now && old != now)
                yield return Of(after, NameOf(member, declared), old, now);
        foreach (var (name, old, now) in Values.Differences(before.CustomProperties, after.CustomProperties))
            yield return Of(after, PropertyName(name), old, now);
    }

    private static IEnumerable<string> Members(ActivityNode node) => node.Json.ValueKind == JsonValueKind.Object
        ? node.Json.EnumerateObject().Select(m => m.Name).Where(m => !NotCompared.Contains(m))
        : [];

    private static Bilingual NameOf(string member, ActivityDeclaration? declared) =>
        declared?.Inputs.FirstOrDefault(i => i.Member == member)?.DisplayName
        ?? declared?.Outputs.FirstOrDefault(o => o.Member == member)?.DisplayName
        ?? Bilingual.Same(member);

    private static Bilingual PropertyName(string name) => name switch
    {
        "legalSource" => ("legal source", "source juridique"),
        "legalSourceFr" => ("legal source in French", "source juridique en français"),
        "canStartWorkflow" => ("start of procedures", "départ de procédures"),
        "mergeMode" => ("merge mode", "mode de réunion"),
        _ => Bilingual.Same(name),
    };

    private static Change Of(ActivityNode node, Bilingual what, string before, string after)
    {
        var title = node.Title;
        var sentence = Values.Sentence(what, before, after);
        return Changed(node, (
            $"“{title.English}” – {sentence.English}", $"« {title.French} » – {sentence.French}"));
    }

    private static Change Changed(ActivityNode node, Bilingual sentence) => new(ChangeKind.Changed, node.Id, sentence);
}
