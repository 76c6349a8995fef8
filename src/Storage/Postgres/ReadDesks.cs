using System.Collections.Immutable;
using Npgsql;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

/// <summary>What nearly every step asks for: steps that are taken at the same time ask together.</summary>
internal sealed class ReadDesks
{
    private readonly NpgsqlDataSource _source;

    // The text of a definition comes only when it is not the one that the host has.
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Shelved> _shelved = new(StringComparer.Ordinal);

    public ReadDesks(NpgsqlDataSource source)
    {
        _source = source;
        Contacts = new(ReadContactsAsync);
        Documents = new(ReadDocumentsAsync);
        Published = new(ReadPublishedAsync);
        Reports = new(ReadReportsAsync);
    }

    /// <summary>By body.</summary>
    public ReadDesk<string, ImmutableArray<Contact>> Contacts { get; }

    /// <summary>By kind.</summary>
    public ReadDesk<string, ImmutableArray<KeyValuePair<string, string>>> Documents { get; }

    /// <summary>By definition id.</summary>
    public ReadDesk<string, StoredDefinition> Published { get; }

    /// <summary>Waits for the report of an outside task, by its id.</summary>
    public ReadDesk<string, ImmutableArray<OpenWait>> Reports { get; }

    private Task<Dictionary<string, ImmutableArray<Contact>>> ReadContactsAsync(string[] bodies) => GroupsAsync(
        "directory.contacts_of", new { bodies }, row => (row.Text("body"), PostgresStore.ReadContact(row)));

    private Task<Dictionary<string, ImmutableArray<KeyValuePair<string, string>>>> ReadDocumentsAsync(string[] kinds) =>
        GroupsAsync("directory.documents_of", new { kinds },
            row => (row.Text("kind"), KeyValuePair.Create(row.Text("document_key"), row.Text("document"))));

    private Task<Dictionary<string, ImmutableArray<OpenWait>>> ReadReportsAsync(string[] keys) => GroupsAsync(
        "waits.reports_for", new { keys }, row => (row.Text("wait_key"), new OpenWait(row.Text("procedure"), row.Int("wait"))));

    private async Task<Dictionary<string, StoredDefinition>> ReadPublishedAsync(string[] definitionIds)
    {
        await using var connection = await _source.OpenConnectionAsync();
        var rows = await connection.AllAsync("shelf.published_of", new { definition_ids = definitionIds },
            row => (Row: ShelfReader.ReadRow(row), Written: row.Text("written")), CancellationToken.None);
        var found = new Dictionary<string, StoredDefinition>(StringComparer.Ordinal);
        foreach (var (row, written) in rows)
        {
            if (Known(row.DefinitionId) is { } known && known.Definition.Id == row.Id && known.Written == written)
            {
                found[row.DefinitionId] = known.Definition with
                {
                    Version = row.Version, Name = row.Name, Hash = row.Hash, IsLatest = row.IsLatest,
                    IsPublished = row.IsPublished, CreatedAt = row.CreatedAt, SavedAt = row.SavedAt,
                };
                continue;
            }
            var whole = await connection.OneAsync("shelf.published", new { definition_id = row.DefinitionId },
                r => new Shelved(ShelfReader.Read(r), r.Text("written")), CancellationToken.None);
            if (whole is null) continue;
            found[row.DefinitionId] = whole.Definition;
            lock (_lock) _shelved[row.DefinitionId] = whole;
        }
        return found;
    }

    private Shelved? Known(string definitionId)
    {
        lock (_lock) return _shelved.GetValueOrDefault(definitionId);
    }

    private async Task<Dictionary<string, ImmutableArray<T>>> GroupsAsync<T>(
        string statement, object parameters, Func<Row, (string Key, T Item)> map)
    {
        await using var connection = await _source.OpenConnectionAsync();
        var rows = await connection.AllAsync(statement, parameters, map, CancellationToken.None);
        return rows.GroupBy(row => row.Key, row => row.Item, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>A definition with the mark of the transaction that has written its text.</summary>
    private sealed record Shelved(StoredDefinition Definition, string Written);
}
