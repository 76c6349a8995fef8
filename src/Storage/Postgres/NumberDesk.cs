using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>Gives out numbers. Who asks while it is busy is served together with the others: one write for all.</summary>
/// <remarks>
/// When several ask at once for numbers of one stem, some more are taken for those who come next. What is left of them
/// when the host ends stays unused: numbers rise and are never given twice, but they may leave gaps.
/// </remarks>
internal sealed class NumberDesk(NpgsqlDataSource source)
{
    // Should PostgreSQL lose them in a crash and give them out again, an opening that meets one of them tries more.
    private const int MostAhead = 16;

    private static readonly RowSet<KeyValuePair<string, long>> Next = new("steps.next_numbers",
        Column<KeyValuePair<string, long>>.Text("stem", r => r.Key),
        Column<KeyValuePair<string, long>>.Long("wanted", r => r.Value));

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<long>> _ahead = new(StringComparer.Ordinal);
    private List<(string Stem, TaskCompletionSource<long> Answer)> _waiting = [];
    private bool _isBusy;

    public Task<long> NextAsync(string stem)
    {
        var answer = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_ahead.TryGetValue(stem, out var ahead) && ahead.TryDequeue(out var number)) return Task.FromResult(number);
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
                var asked = waiting.GroupBy(w => w.Stem).OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => (Stem: g.Key, Answers: g.Select(w => w.Answer).ToArray(), Ahead: AheadOf(g.Key, g.Count())))
                    .ToArray();
                var wanted = asked.Select(a => KeyValuePair.Create(a.Stem, (long)(a.Answers.Length + a.Ahead))).ToArray();
                var last = await Anew.DoAsync(source, () => TakeNumbersAsync(wanted));
                foreach (var (stem, answers, ahead) in asked) GiveOut(stem, answers, last[stem], ahead);
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

    private int AheadOf(string stem, int asked)
    {
        if (asked == 1) return 0;
        lock (_lock) return MostAhead - (_ahead.TryGetValue(stem, out var ahead) ? ahead.Count : 0);
    }

    private void GiveOut(string stem, TaskCompletionSource<long>[] answers, long last, int ahead)
    {
        var next = last - ahead - answers.Length + 1;
        lock (_lock)
        {
            if (!_ahead.TryGetValue(stem, out var kept)) _ahead.Add(stem, kept = new Queue<long>());
            for (var number = last - ahead + 1; number <= last; number++) kept.Enqueue(number);
        }
        foreach (var answer in answers) answer.TrySetResult(next++);
    }

    private async Task<Dictionary<string, long>> TakeNumbersAsync(KeyValuePair<string, long>[] wanted)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Reading.BatchCommandOf("steps.numbers_need_not_wait"));
        Next.AddTo(batch, wanted);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) last[reader.GetString(0)] = reader.GetInt64(1);
        return last;
    }
}
