using System.Collections.Immutable;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<Page<StoredLetter>> LettersAsync(
        LetterFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var parameters = new
        {
            procedure = filter.ProcedureId, states = ListOf(filter.States.Select(s => s.ToString())),
            body = filter.Body, take = page.Take, skip = page.Skip,
        };
        return PageAsync("letters.list", "letters.count", parameters, LetterReader.Read, cancel);
    }

    /// <inheritdoc />
    public Task<StoredLetter?> FindLetterAsync(string id, CancellationToken cancel = default) =>
        OneAsync("letters.find", new { id }, LetterReader.Read, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<StoredLetter>> PendingLettersAsync(
        DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        AllAsync(
            "letters.pending", new { now, limit }, LetterReader.Read, cancel);

    /// <inheritdoc />
    public Task<DateTimeOffset?> NextLetterMomentAsync(CancellationToken cancel = default) =>
        MomentAsync("letters.next_moment", cancel);

    /// <inheritdoc />
    public Task<bool> BeginAttemptAsync(string id, DateTimeOffset now, CancellationToken cancel = default) =>
        HasChangedAsync("letters.begin_attempt", new { id, now, owner = _session.Number }, cancel);

    /// <inheritdoc />
    public Task<bool> EndLetterAsync(
        string id, LetterState from, LetterEnding ending, CancellationToken cancel = default) =>
        HasChangedAsync("letters.end_attempt", Ending(id, null, from, ending), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<StoredLetter>> PendingLettersToAsync(
        string address, Language language, CancellationToken cancel = default) =>
        AllAsync("letters.pending_to", new { address, language = language.ToString() }, LetterReader.Read, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<StoredLetter>> MergedLettersAsync(string merged, CancellationToken cancel = default) =>
        AllAsync("letters.merged", new { merged }, LetterReader.Read, cancel);

    /// <inheritdoc />
    public Task<bool> BeginMergedAttemptAsync(
        string merged, ImmutableArray<string> ids, CancellationToken cancel = default) =>
        WriteTogetherAsync(async connection =>
        {
            var parameters = new { merged, ids = ids.ToArray(), owner = _session.Number };
            var all = await connection.RunAsync("letters.begin_merged", parameters, cancel) == ids.Length;
            return (all, all);
        }, cancel);

    /// <inheritdoc />
    public Task<bool> EndMergedAsync(
        string merged, LetterState from, LetterEnding ending, CancellationToken cancel = default) =>
        HasChangedAsync("letters.end_merged", Ending(null, merged, from, ending), cancel);

    private object Ending(string? id, string? merged, LetterState from, LetterEnding ending) => new
    {
        id, merged, from = from.ToString(), state = ending.State.ToString(),
        next_attempt_at = ending.State == LetterState.Pending
            ? ending.NextAttemptAt ?? ending.At
            : (DateTimeOffset?)null,
        error_en = ending.Error.English, error_fr = ending.Error.French, reply = ending.Reply,
        ended_at = ending.State == LetterState.Pending ? (DateTimeOffset?)null : ending.At,
        resolved_by = ending.ResolvedBy, me = _session.Number,
    };

    /// <inheritdoc />
    public Task<int> AbandonAttemptsAsync(Bilingual reason, DateTimeOffset now, CancellationToken cancel = default) =>
        WriteAsync("letters.abandon", new
        {
            now, me = _session.Number, host_class = HostSession.HostClass, error_en = reason.English,
            error_fr = reason.French,
        }, cancel);

    /// <inheritdoc />
    public Task<bool> ReplaceLetterAsync(
        string id, ImmutableArray<StoredLetter> letters, CancellationToken cancel = default) =>
        WriteTogetherAsync(async connection =>
        {
            if (await connection.RunAsync("letters.take_unaddressed", new { id }, cancel) == 0) return (false, false);
            await connection.RunAsync(MessageTables.Letters, [.. letters.DistinctBy(l => l.Id)], cancel);
            return (true, true);
        }, cancel);
}
