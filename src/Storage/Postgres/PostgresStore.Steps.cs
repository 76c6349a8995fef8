using Npgsql;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    private const int MostBreaks = 5;

    /// <inheritdoc />
    public async Task<Procedure?> LoadAsync(string procedureId, CancellationToken cancel = default)
    {
        var last = _lastStates.Find(procedureId);
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var found = await _desks.States.AskAsync(new(procedureId, last?.Step ?? 0, last?.JournalHead ?? ""), cancel);
        if (found is not [var (hash, text)])
        {
            _lastStates.Forget(procedureId);
            return null;
        }
        if (text is not { } document) return last;
        if (!_definitions.ContainsKey(hash))
            await ReadAsync(async connection =>
            {
                await RememberAsync(connection, hash, cancel);
                return true;
            }, cancel);
        var procedure = _json.Read(document);
        _lastStates.Remember(procedure, document.Length);
        return procedure;
    }

    /// <inheritdoc />
    public Procedure? LastKnown(string procedureId) => _lastStates.Find(procedureId);

    /// <inheritdoc />
    public Task<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancel = default) =>
        CommitAsync(batch, mayBeWritten: false, cancel);

    /// <param name="mayBeWritten">The steps were sent before, and the connection broke.</param>
    internal async Task<CommitResult> CommitAsync(CommitBatch batch, bool mayBeWritten, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(batch);
        // Whatever takes long is done before, so that the writing hand only writes.
        var steps = batch.Steps.Select(step => new StepRows(step, _json)).ToArray();
        foreach (var step in steps) await KeepDefinitionAsync(step.After.Definition, cancel);
        var result = CommitResult.LostRace;
        try
        {
            result = await _lanes.WriteAsync(steps, mayBeWritten, cancel);
        }
        finally
        {
            foreach (var step in steps)
                if (result == CommitResult.Committed) _lastStates.Remember(step.After, step.Document.Length);
                else _lastStates.Forget(step.After.Id);
        }
        if (result == CommitResult.Committed) _announcer.Announce(steps);
        if (result == CommitResult.LostRace) ForgetAddresses();
        return result;
    }

    /// <inheritdoc />
    public Task<long> NextNumberAsync(string stem, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return _numbers.NextAsync(stem);
    }

    // A definition is kept before the first step that needs it, in a commit of its own: one too many does no harm.
    private async Task KeepDefinitionAsync(Definition definition, CancellationToken cancel)
    {
        if (_kept.ContainsKey(definition.Hash)) return;
        var row = new { hash = definition.Hash, document = definition.Document.GetRawText() };
        for (var breaks = 1; ; breaks++)
            try
            {
                await WriteAsync("steps.keep_definition", row, cancel);
                break;
            }
            catch (Exception broken) when (Breaks.IsLostConnection(broken) && breaks < MostBreaks)
            {
                // Connections of before a break are found out one by one; twice written is once kept.
                await Pauses.WaitAsync(Breaks.PauseAfter(breaks), cancel);
            }
        _kept.TryAdd(definition.Hash, true);
        _definitions.TryAdd(definition.Hash, definition);
    }

    // What a hash stands for never changes, so remembering it is safe.
    private async Task RememberAsync(NpgsqlConnection connection, string hash, CancellationToken cancel)
    {
        if (_definitions.ContainsKey(hash)) return;
        var document = await connection.ScalarAsync<string>("steps.kept_definition", new { hash }, cancel)
            ?? throw new InvalidOperationException($"The definition with the content hash {hash} is missing.");
        var definition = _readDefinition(document);
        _definitions.TryAdd(hash, definition.Hash == hash ? definition : KeptDefinition.Renamed(definition, hash));
        _kept.TryAdd(hash, true);
    }
}
