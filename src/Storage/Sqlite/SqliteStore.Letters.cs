using System.Collections.Immutable;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<Page<StoredLetter>> LettersAsync(
        LetterFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var parameters = new
        {
            procedure = filter.ProcedureId, states = Texts.List(filter.States.Select(s => s.ToString())),
            body = filter.Body, take = page.Take, skip = page.Skip,
        };
        return ReadAsync(connection => new Page<StoredLetter>(
            connection.All("letters.list", parameters, LetterReader.Read),
            connection.Scalar<long>("letters.count", parameters)), cancel);
    }

    /// <inheritdoc />
    public Task<StoredLetter?> FindLetterAsync(string id, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("letters.find", new { id }, LetterReader.Read), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<StoredLetter>> PendingLettersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All(
            "letters.pending", new { now = Texts.Of(now), limit }, LetterReader.Read), cancel);

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextLetterMomentAsync(CancellationToken cancel = default) =>
        ReadAsync(connection => MomentOrNull(connection.Scalar<string>("letters.next_moment")), cancel);

    /// <inheritdoc />
    public Task<bool> BeginAttemptAsync(string id, DateTimeOffset now, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("letters.begin_attempt", new { id, now = Texts.Of(now) }) == 1, cancel);

    /// <inheritdoc />
    public Task<bool> EndLetterAsync(
        string id, LetterState from, LetterEnding ending, CancellationToken cancel = default)
    {
        var parameters = Ending(id, null, from, ending);
        return WriteAsync(connection => connection.Run("letters.end_attempt", parameters) == 1, cancel);
    }

    /// <inheritdoc />
    public Task<ImmutableArray<StoredLetter>> PendingLettersToAsync(
        string address, Language language, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All(
            "letters.pending_to", new { address, language = language.ToString() }, LetterReader.Read), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<StoredLetter>> MergedLettersAsync(string merged, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("letters.merged", new { merged }, LetterReader.Read), cancel);

    /// <inheritdoc />
    public Task<bool> BeginMergedAttemptAsync(
        string merged, ImmutableArray<string> ids, CancellationToken cancel = default)
    {
        var parameters = new { merged, ids = Texts.List(ids) };
        return _writes.WriteAsync(connection =>
        {
            var all = connection.Run("letters.begin_merged", parameters) == ids.Length;
            return (all, all);
        }, cancel);
    }

    /// <inheritdoc />
    public Task<bool> EndMergedAsync(
        string merged, LetterState from, LetterEnding ending, CancellationToken cancel = default)
    {
        var parameters = Ending(null, merged, from, ending);
        return WriteAsync(connection => connection.Run("letters.end_merged", parameters) > 0, cancel);
    }

    private static object Ending(string? id, string? merged, LetterState from, LetterEnding ending) => new
    {
        id, merged, from = from.ToString(), state = ending.State.ToString(),
        next_attempt_at = ending.State == LetterState.Pending ? Texts.Of(ending.NextAttemptAt ?? ending.At) : null,
        error_en = ending.Error.English, error_fr = ending.Error.French, reply = ending.Reply,
        ended_at = ending.State == LetterState.Pending ? null : Texts.Of(ending.At),
        resolved_by = ending.ResolvedBy,
    };

    /// <inheritdoc />
    public Task<int> AbandonAttemptsAsync(Bilingual reason, DateTimeOffset now, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("letters.abandon",
            new { now = Texts.Of(now), error_en = reason.English, error_fr = reason.French }), cancel);

    /// <inheritdoc />
    public Task<bool> ReplaceLetterAsync(
        string id, ImmutableArray<StoredLetter> letters, CancellationToken cancel = default) =>
        WriteAsync(connection =>
        {
            if (connection.Run("letters.take_unaddressed", new { id }) == 0) return false;
            foreach (var letter in letters) LetterColumns.Write(connection, letter);
            return true;
        }, cancel);
}
