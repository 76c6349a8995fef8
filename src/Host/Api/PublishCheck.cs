using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Soundness;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>What stands in the way of publishing a definition.</summary>
internal sealed class PublishCheck(
    ActivityCatalog catalog, DefinitionReader reader, DefinitionActivities activities, IProcedureStore store)
{
    private const int MostShown = 12;

    /// <summary>The errors in words, none when it can be published.</summary>
    public async Task<ImmutableArray<Bilingual>> FindAsync(Reading reading, CancellationToken cancel)
    {
        var findings = reading.Findings.AsEnumerable();
        if (reading.Definition is { } definition)
        {
            var published = await PublishedAsync(cancel);
            var replaced = published.GetValueOrDefault(definition.DefinitionId);
            published[definition.DefinitionId] = definition;
            var gate = new PublishGate(catalog) { Children = published.GetValueOrDefault, Replaced = replaced };
            findings = findings.Concat(gate.Examine(definition));
        }
        var errors = findings.Where(f => f.Severity != FindingSeverity.Warning)
            .Select(Sentence).Distinct().ToImmutableArray();
        if (reading.Definition is { } named && await activities.ClashAsync(named, cancel) is { } clash)
            errors = errors.Insert(0, clash);
        return errors.Length <= MostShown ? errors :
        [
            .. errors.Take(MostShown),
            ($"… and {errors.Length - MostShown} more.", $"… et {errors.Length - MostShown} autres."),
        ];
    }

    /// <summary>A finding with the activity that it concerns.</summary>
    public static Bilingual Sentence(Finding finding) => finding.ActivityId is { } activity
        ? ($"{activity}: {finding.Message.English}", $"{activity} : {finding.Message.French}")
        : finding.Message;

    private async Task<Dictionary<string, Definition>> PublishedAsync(CancellationToken cancel)
    {
        var found = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var row in await store.DefinitionsAsync(publishedOnly: true, cancel))
            if (await store.FindDefinitionAsync(row.DefinitionId, VersionChoice.Published, cancel) is { } stored
                && reader.Read(stored.Document).Definition is { } definition)
                found[row.DefinitionId] = definition;
        return found;
    }
}
