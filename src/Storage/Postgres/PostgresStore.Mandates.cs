using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Mandates;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<Mandate>> MandatesAsync(string? office = null, CancellationToken cancel = default) =>
        AllAsync("mandates.all", new { office }, MandateReader.Read, cancel);

    /// <inheritdoc />
    public Task SaveMandatesAsync(ImmutableArray<Mandate> mandates, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.RunAsync(MandateTables.Save, mandates, cancel), cancel);

    /// <inheritdoc />
    public Task<bool> ChangeMandatesAsync(ImmutableArray<MandateChange> changes, CancellationToken cancel = default) =>
        WriteTogetherAsync(async connection =>
        {
            foreach (var change in changes)
                if (!await MandateTables.ChangeAsync(connection, change, cancel)) return (false, false);
            return (true, true);
        }, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<MandateChange>> MandateChangesAsync(
        Mandate mandate, CancellationToken cancel = default) =>
        AllAsync("mandates.changes", MandateTables.KeyOf(mandate), MandateReader.ReadChange, cancel);

    /// <inheritdoc />
    public Task<bool> DeleteMandateAsync(Mandate mandate, CancellationToken cancel = default) => HasChangedAsync(
        "mandates.delete", new { office = mandate.Office, state = mandate.State, begins = mandate.Begins }, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<MandateRow>> MandateRowsAsync(
        MandateFilter filter, CancellationToken cancel = default) =>
        AllAsync("mandates.rows", new
        {
            office = filter.Office, state = filter.State, begins = filter.Begins, ends_after = filter.EndsAfter,
            ends_before = filter.EndsBefore, or_endless = filter.OrEndless,
        }, MandateReader.ReadRow, cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<Mandate>> UnplannedMandatesAsync(
        string office, string plan, int limit, CancellationToken cancel = default) =>
        AllAsync("mandates.unplanned", new { office, plan, limit }, MandateReader.Read, cancel);

    /// <inheritdoc />
    public Task SavePlansAsync(ImmutableArray<PlannedMandate> plans, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.RunAsync(MandateTables.SavePlan, plans, cancel), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<PlannedMandate>> DueMandatesAsync(
        IEnumerable<string> offices, DateOnly today, int limit, CancellationToken cancel = default) =>
        AllAsync("mandates.due", new { offices = ListOf(offices), today, limit }, MandateReader.ReadPlanned, cancel);
}
