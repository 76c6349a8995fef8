using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Mandates;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<Mandate>> MandatesAsync(string? office = null, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("mandates.all", new { office }, MandateReader.Read), cancel);

    /// <inheritdoc />
    public Task SaveMandatesAsync(ImmutableArray<Mandate> mandates, CancellationToken cancel = default) =>
        WriteAsync(connection =>
        {
            foreach (var mandate in mandates) connection.Run("mandates.save", MandateColumns.Of(mandate));
            return mandates.Length;
        }, cancel);

    /// <inheritdoc />
    public Task<bool> ChangeMandatesAsync(ImmutableArray<MandateChange> changes, CancellationToken cancel = default) =>
        _writes.WriteAsync(connection =>
        {
            var isDone = changes.All(change => MandateColumns.Change(connection, change));
            return (isDone, isDone);
        }, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<MandateChange>> MandateChangesAsync(
        Mandate mandate, CancellationToken cancel = default) => ReadAsync(connection =>
            connection.All("mandates.changes", MandateColumns.KeyOf(mandate), MandateReader.ReadChange), cancel);

    /// <inheritdoc />
    public Task<bool> DeleteMandateAsync(Mandate mandate, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("mandates.delete", MandateColumns.Of(mandate)) == 1, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<MandateRow>> MandateRowsAsync(
        MandateFilter filter, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("mandates.rows", new
        {
            office = filter.Office, state = filter.State, begins = Texts.Of(filter.Begins),
            ends_after = Texts.Of(filter.EndsAfter), ends_before = Texts.Of(filter.EndsBefore),
            or_endless = filter.OrEndless,
        }, MandateReader.ReadRow), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<Mandate>> UnplannedMandatesAsync(
        string office, string plan, int limit, CancellationToken cancel = default) =>
        ReadAsync(connection =>
            connection.All("mandates.unplanned", new { office, plan, limit }, MandateReader.Read), cancel);

    /// <inheritdoc />
    public Task SavePlansAsync(ImmutableArray<PlannedMandate> plans, CancellationToken cancel = default) =>
        WriteAsync(connection =>
        {
            foreach (var plan in plans) connection.Run("mandates.save_plan", MandateColumns.Of(plan));
            return plans.Length;
        }, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<PlannedMandate>> DueMandatesAsync(
        IEnumerable<string> offices, DateOnly today, int limit, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All(
            "mandates.due", new { offices = Texts.List(offices), today = Texts.Of(today), limit },
            MandateReader.ReadPlanned), cancel);
}
