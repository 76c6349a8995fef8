namespace Procedures.Storage.Postgres;

/// <summary>
/// Reads of one kind. What is asked for while a read is under way goes together in the next one: a round trip for all,
/// and no answer is older than its question. Nobody waits when it is idle.
/// </summary>
/// <param name="read">Answers for what is found; what is missing has no answer.</param>
internal sealed class ReadDesk<TKey, TValue>(Func<TKey[], Task<Dictionary<TKey, TValue>>> read) where TKey : notnull
{
    private readonly Lock _lock = new();
    private Dictionary<TKey, TaskCompletionSource<TValue?>> _waiting = [];
    private bool _isBusy;

    /// <summary>The answer, or the type's default when there is none.</summary>
    public Task<TValue?> AskAsync(TKey key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        TaskCompletionSource<TValue?>? answer;
        lock (_lock)
        {
            if (!_waiting.TryGetValue(key, out answer))
                // Continuations must not run on the reading hand: the others wait for it.
                _waiting.Add(key, answer = new(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_isBusy) return answer.Task.WaitAsync(cancel);
            _isBusy = true;
        }
        _ = ServeAsync();
        return answer.Task.WaitAsync(cancel);
    }

    private async Task ServeAsync()
    {
        while (TakeWaiting() is { Count: > 0 } waiting)
        {
            try
            {
                var found = await read([.. waiting.Keys]);
                foreach (var (key, answer) in waiting) answer.TrySetResult(found.GetValueOrDefault(key));
            }
            catch (Exception exception)
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

    private Dictionary<TKey, TaskCompletionSource<TValue?>> TakeWaiting()
    {
        lock (_lock)
        {
            var waiting = _waiting;
            _waiting = [];
            _isBusy = waiting.Count > 0;
            return waiting;
        }
    }
}
