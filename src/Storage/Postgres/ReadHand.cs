using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>
/// Reads what is asked for at its desks. What is asked for while a read is under way goes together in the next one,
/// whatever kind it is of: a round trip for all, and no answer is older than its question. Nobody waits when it is idle.
/// </summary>
internal sealed class ReadHand(NpgsqlDataSource source)
{
    private readonly Lock _lock = new();
    private readonly List<IReadDesk> _desks = [];
    private bool _isBusy;

    /// <summary>Another desk. Before the first question.</summary>
    public ReadDesk<TKey, TRow> Desk<TKey, TRow>(
        string statement, Func<TKey[], object> parameters, Func<Row, (TKey Key, TRow Row)> map, Func<TKey, string> textOf)
        where TKey : notnull
    {
        var desk = new ReadDesk<TKey, TRow>(this, statement, parameters, map, textOf);
        _desks.Add(desk);
        return desk;
    }

    /// <param name="note">Leaves the question at a desk.</param>
    public void Ask(Action note)
    {
        lock (_lock)
        {
            note();
            if (_isBusy) return;
            _isBusy = true;
        }
        _ = ServeAsync();
    }

    private async Task ServeAsync()
    {
        while (TakeQuestions() is { Length: > 0 } questions)
        {
            try
            {
                await Anew.DoAsync(source, () => ReadAsync(questions));
                foreach (var question in questions) question.Answer();
            }
            catch (Exception exception)
            {
                foreach (var question in questions) question.Fail(exception);
            }
            // Those who have their answer may have another question by the time it is this hand's turn again.
            await Task.Yield();
        }
    }

    private IReadQuestion[] TakeQuestions()
    {
        lock (_lock)
        {
            var questions = _desks.Select(desk => desk.TakeQuestion()).OfType<IReadQuestion>().ToArray();
            _isBusy = questions.Length > 0;
            return questions;
        }
    }

    private async Task<bool> ReadAsync(IReadQuestion[] questions)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var question in questions) question.AddTo(batch);
        await using var reader = await batch.ExecuteReaderAsync();
        var row = new Row(reader);
        foreach (var question in questions)
        {
            while (await reader.ReadAsync()) question.Take(row);
            await reader.NextResultAsync();
        }
        return true;
    }
}
