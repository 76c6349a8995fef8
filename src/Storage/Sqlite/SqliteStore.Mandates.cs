using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Mandates;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<Mandate>> MandatesAsync(string? office = null, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("mandates.all", new { office }, MandateColumns.Read), cancel);

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
            connection.All("mandates.changes", MandateColumns.KeyOf(mandate), MandateColumns.ReadChange), cancel);

    /// <inheritdoc />
    public Task<bool> DeleteMandateAsync(Mandate mandate, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("mandates.delete", MandateColumns.Of(mandate)) == 1, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<MandateRow>> MandateRowsAsync(
        MandateFilter filter, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("mandates.rows", new
        {
            office = filter.Office, state = filter.State, begins = Texts.Of(filter.Begins),
            ends_after = Texts.Of(filter.EndsAfter), ends_before = Texts.Of(filter.EndsBefore), or_endless = filter.OrEndless,
        }, ReadMandateRow), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<Mandate>> UnplannedMandatesAsync(
        string office, string plan, int limit, CancellationToken cancel = default) =>
        ReadAsync(connection =>
            connection.All("mandates.unplanned", new { office, plan, limit }, MandateColumns.Read), cancel);

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
            MandateColumns.ReadPlanned), cancel);

    internal static MandateRow ReadMandateRow(Row row) => new()
    {
        Mandate = MandateColumns.Read(row), IsLatest = row.Flag("is_latest"),
        Revision = row.Int("revision"),
        Opening = row.TextOrNull("plan") is null ? null : MandateColumns.Opening(row),
        OpeningId = row.TextOrNull("opening_id"), ProcedureId = row.TextOrNull("procedure_id"),
        ProcedureStatus = row.TextOrNull("procedure_id") is null ? null : row.Enum<ProcedureStatus>("procedure_status"),
    };
}
