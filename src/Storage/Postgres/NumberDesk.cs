using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>Gives out numbers. Who asks while it is busy is served together with the others: one write for all.</summary>
internal sealed class NumberDesk(NpgsqlDataSource source)
{
    private static readonly RowSet<KeyValuePair<string, long>> Next = new("steps.next_numbers",
        Column<KeyValuePair<string, long>>.Text("stem", r => r.Key),
        Column<KeyValuePair<string, long>>.Long("wanted", r => r.Value));

    private readonly Lock _lock = new();
    private List<(string Stem, TaskCompletionSource<long> Answer)> _waiting = [];
    private bool _isBusy;

    public Task<long> NextAsync(string stem)
    {
        var answer = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((stem, answer));
            if (_isBusy) return answer.Task;
            _isBusy = true;
        }
        _ = ServeAsync();
        return answer.Task;
    }

    private async Task ServeAsync()
    {
        while (TakeWaiting() is { Count: > 0 } waiting)
        {
            try
            {
                var last = await Anew.DoAsync(source, () => TakeNumbersAsync(waiting));
                foreach (var group in waiting.GroupBy(w => w.Stem))
                {
                    var number = last[group.Key] - group.Count();
                    foreach (var (_, answer) in group) answer.TrySetResult(++number);
                }
            }
            catch (Exception exception)
            {
                foreach (var (_, answer) in waiting) answer.TrySetException(exception);
            }
            await Task.Yield();
        }
    }

    private List<(string Stem, TaskCompletionSource<long> Answer)> TakeWaiting()
    {
        lock (_lock)
        {
            var waiting = _waiting;
            _waiting = [];
            _isBusy = waiting.Count > 0;
            return waiting;
        }
    }

    private async Task<Dictionary<string, long>> TakeNumbersAsync(
        List<(string Stem, TaskCompletionSource<long> Answer)> waiting)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Reading.BatchCommandOf("steps.numbers_need_not_wait"));
        Next.AddTo(batch, [.. waiting.CountBy(w => w.Stem).Select(s => KeyValuePair.Create(s.Key, (long)s.Value))
            .OrderBy(s => s.Key, StringComparer.Ordinal)]);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) last[reader.GetString(0)] = reader.GetInt64(1);
        return last;
    }
}
