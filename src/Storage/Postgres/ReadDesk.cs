using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>Reads of one kind: who asks for the same thing at the same time shares the answer.</summary>
/// <param name="hand">Does the reading, together with that of the other desks.</param>
/// <param name="statement">What is asked of PostgreSQL for any number of keys.</param>
/// <param name="parameters">The statement's parameters for the keys.</param>
/// <param name="map">Reads a row: whose answer it belongs to, and what it adds.</param>
/// <param name="textOf">What of a key has come from outside.</param>
internal sealed class ReadDesk<TKey, TRow>(
    ReadHand hand, string statement, Func<TKey[], object> parameters, Func<Row, (TKey Key, TRow Row)> map,
    Func<TKey, string> textOf) : IReadDesk
    where TKey : notnull
{
    private Dictionary<TKey, TaskCompletionSource<IReadOnlyList<TRow>>> _waiting = [];

    /// <summary>The rows of the key; none when there is nothing.</summary>
    public Task<IReadOnlyList<TRow>> AskAsync(TKey key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        // PostgreSQL would refuse the question, and with it those of all others who ask at the same time.
        if (!StorableText.Is(textOf(key))) return Task.FromResult<IReadOnlyList<TRow>>([]);
        TaskCompletionSource<IReadOnlyList<TRow>>? answer = null;
        hand.Ask(() =>
        {
            if (!_waiting.TryGetValue(key, out answer))
                // Continuations must not run on the reading hand: the others wait for it.
                _waiting.Add(key, answer = new(TaskCreationOptions.RunContinuationsAsynchronously));
        });
        return answer!.Task.WaitAsync(cancel);
    }

    public IReadQuestion? TakeQuestion()
    {
        if (_waiting.Count == 0) return null;
        var waiting = _waiting;
        _waiting = [];
        return new Question(this, waiting);
    }

    private NpgsqlBatchCommand CommandOf(TKey[] keys) => Reading.BatchCommandOf(statement, parameters(keys));
    private (TKey Key, TRow Row) Read(Row row) => map(row);

    private sealed class Question(
        ReadDesk<TKey, TRow> desk, Dictionary<TKey, TaskCompletionSource<IReadOnlyList<TRow>>> waiting) : IReadQuestion
    {
        private readonly Dictionary<TKey, List<TRow>> _found = [];

        public void AddTo(NpgsqlBatch batch)
        {
            _found.Clear();
            batch.BatchCommands.Add(desk.CommandOf([.. waiting.Keys]));
        }

        public void Take(Row row)
        {
            var (key, found) = desk.Read(row);
            if (!_found.TryGetValue(key, out var list)) _found.Add(key, list = []);
            list.Add(found);
        }

        public void Answer()
        {
            foreach (var (key, answer) in waiting)
                answer.TrySetResult(_found.TryGetValue(key, out var list) ? list : []);
        }

        public void Fail(Exception exception)
        {
            foreach (var answer in waiting.Values)
            {
                answer.TrySetException(exception);
                // Who asked may have gone away meanwhile.
                _ = answer.Task.Exception;
            }
        }
    }
}
