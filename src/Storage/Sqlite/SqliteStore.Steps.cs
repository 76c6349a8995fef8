using Microsoft.Data.Sqlite;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public async Task<Procedure?> LoadAsync(string procedureId, CancellationToken cancel = default)
    {
        var found = await ReadAsync(connection =>
        {
            var state = connection.One("steps.load", new { id = procedureId },
                row => new State(row.Text("definition_hash"), row.Text("document")));
            if (state is not null) Remember(connection, state.DefinitionHash);
            return state;
        }, cancel);
        return found is null ? null : _json.Read(found.Document);
    }

    /// <inheritdoc />
    public async Task<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        // Whatever takes long is done before, so that the writing hand only writes.
        var steps = batch.Steps.Select(step => new StepRows(step, _json)).ToArray();
        var result = await _writes.WriteAsync(connection =>
        {
            foreach (var step in steps)
                if (StepWriter.Write(connection, step) is var one and not CommitResult.Committed) return (one, false);
            return (CommitResult.Committed, true);
        }, cancel);
        if (result == CommitResult.Committed)
            foreach (var step in batch.Steps)
                _definitions.TryAdd(step.Step.After.Definition.Hash, step.Step.After.Definition);
        if (result == CommitResult.LostRace) _addressBook = null;
        return result;
    }

    /// <inheritdoc />
    public Task<long> NextNumberAsync(string stem, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Scalar<long>("steps.next_number", new { stem }), cancel);

    // What a hash stands for never changes, so remembering it is safe: nothing else is remembered.
    private void Remember(SqliteConnection connection, string hash)
    {
        if (_definitions.ContainsKey(hash)) return;
        var document = connection.Scalar<string>("steps.kept_definition", new { hash })
            ?? throw new InvalidOperationException($"The definition with the content hash {hash} is missing.");
        var definition = _readDefinition(document);
        _definitions.TryAdd(hash, definition.Hash == hash ? definition : KeptDefinition.Renamed(definition, hash));
    }

    private sealed record State(string DefinitionHash, string Document);
}
