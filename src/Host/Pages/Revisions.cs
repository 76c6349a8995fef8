using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Comparison;
using Procedures.Definitions;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Reads kept texts of definitions and compares them.</summary>
public sealed class Revisions(IProcedureStore store, DefinitionReader reader, ActivityCatalog catalog)
{
    /// <summary>How many a page of the list shows; each is read and compared with the one before it.</summary>
    public const int PageSize = 20;

    private readonly DefinitionComparison _comparison = new(catalog);

    /// <summary>A stretch of the list, the newest first.</summary>
    public async Task<Page<RevisionSheet>> ListAsync(string definitionId, int page, CancellationToken cancel)
    {
        var stretch = new PageRequest((page - 1) * PageSize, PageSize);
        var rows = await store.RevisionsAsync(definitionId, stretch, cancel);
        var sheets = ImmutableArray.CreateBuilder<RevisionSheet>(rows.Items.Length);
        foreach (var row in rows.Items) sheets.Add(await SheetAsync(row, await ReadAsync(row.Number, cancel), cancel));
        return new Page<RevisionSheet>(sheets.ToImmutable(), rows.Total);
    }

    /// <summary>
    /// One of them, compared with the newest text as well; null when it is not one of that definition.
    /// </summary>
    public async Task<RevisionSheet?> FindAsync(string definitionId, long number, CancellationToken cancel)
    {
        if (await store.FindRevisionAsync(number, cancel) is not { } found
            || found.Revision.DefinitionId != definitionId) return null;
        var definition = reader.Read(found.Document).Definition;
        var sheet = await SheetAsync(found.Revision, definition, cancel);
        var latest = await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel);
        var newest = latest is null ? null : reader.Read(latest.Document).Definition;
        var back = newest is null ? definition is null ? null : []
            : Between(newest, definition);
        return sheet with { Back = back, IsCurrent = newest is not null && back is { IsEmpty: true } };
    }

    private async Task<RevisionSheet> SheetAsync(Revision revision, Definition? definition, CancellationToken cancel)
    {
        if (await store.RevisionBeforeAsync(revision, cancel) is not { } before)
            return new RevisionSheet(revision) { IsFirst = true };
        return new RevisionSheet(revision) { Changes = Between(reader.Read(before.Document).Definition, definition) };
    }

    private async Task<Definition?> ReadAsync(long number, CancellationToken cancel) =>
        await store.FindRevisionAsync(number, cancel) is { } found ? reader.Read(found.Document).Definition : null;

    private ImmutableArray<Change>? Between(Definition? before, Definition? after) =>
        before is null || after is null ? null : _comparison.Between(before, after);
}
