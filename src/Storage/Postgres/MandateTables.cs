using Npgsql;
using Procedures.Mandates;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

/// <summary>Mandates and their plans as rows.</summary>
internal static class MandateTables
{
    public static readonly RowSet<Mandate> Save = new("mandates.save", Columns());

    /// <summary>The terms that begin because of steps.</summary>
    public static readonly RowSet<Mandate> BeginTerm = new("mandates.begin_term", Columns());

    public static readonly RowSet<PlannedMandate> SavePlan = new("mandates.save_plan",
        Column<PlannedMandate>.Text("office", p => p.Mandate.Office),
        Column<PlannedMandate>.Text("state", p => p.Mandate.State),
        Column<PlannedMandate>.Day("begins", p => p.Mandate.Begins),
        Column<PlannedMandate>.Day("last_day", p => p.Mandate.LastDay),
        Column<PlannedMandate>.Text("plan", p => p.Plan),
        Column<PlannedMandate>.Text("definition_id", p => p.DefinitionId),
        Column<PlannedMandate>.Text("opening_id", p => p.OpeningId),
        Column<PlannedMandate>.Day("opens_on", p => p.Opening.OpensOn),
        Column<PlannedMandate>.Day("starts_by", p => p.Opening.StartsBy),
        Column<PlannedMandate>.Text("problem_en", p => p.Opening.Problem.English),
        Column<PlannedMandate>.Text("problem_fr", p => p.Opening.Problem.French));

    private static Column<Mandate>[] Columns() =>
    [
        Column<Mandate>.Text("office", m => m.Office), Column<Mandate>.Text("state", m => m.State),
        Column<Mandate>.Day("begins", m => m.Begins), Column<Mandate>.Text("holder", m => m.Holder),
        Column<Mandate>.Day("ends", m => m.Ends), Column<Mandate>.Int("term", m => m.Term),
        Column<Mandate>.Text("source", m => PairedText.Write(m.Source, m.SourceFr)),
        Column<Mandate>.Day("rule", m => m.Rule),
        Column<Mandate>.Day("left_on", m => m.LeftOn), Column<Mandate>.Text("cause", m => m.Cause.ToString()),
        Column<Mandate>.Text("remark", m => PairedText.Write(m.Remark, m.RemarkFr)),
        Column<Mandate>.Day("entered_as", m => m.EnteredAs),
    ];

    public static object KeyOf(Mandate mandate) =>
        new { office = mandate.Office, state = mandate.State, begins = mandate.Begins };

    /// <returns>False when the change does not fit what stands there; the transaction must be given up then.</returns>
    public static async Task<bool> ChangeAsync(
        NpgsqlConnection connection, MandateChange change, CancellationToken cancel)
    {
        if (change.Before is { } before)
        {
            var revision = await connection.ScalarAsync<int?>("mandates.revision", KeyOf(before), cancel);
            if (revision is null || change.Revision is { } seen && seen != revision) return false;
        }
        if (change.After is not { } after)
            await connection.RunAsync("mandates.delete", KeyOf(change.Known), cancel);
        else if (!await SaveAsync(connection, change.Before, after, cancel)) return false;
        var known = change.After ?? change.Known;
        await connection.RunAsync("mandates.keep_change", new
        {
            office = known.Office, state = known.State, begins = known.Begins, changed_at = change.At,
            actor = change.Actor, reason = PairedText.Write(change.Reason, change.ReasonFr),
            before = MandateReader.Packed(change.Before),
            after = MandateReader.Packed(change.After),
        }, cancel);
        return true;
    }

    private static async Task<bool> SaveAsync(
        NpgsqlConnection connection, Mandate? before, Mandate after, CancellationToken cancel)
    {
        if (before?.Begins != after.Begins)
        {
            if (await connection.ScalarAsync<int?>("mandates.revision", KeyOf(after), cancel) is not null) return false;
            if (before is not null)
            {
                await connection.RunAsync("mandates.delete", KeyOf(before), cancel);
                await connection.RunAsync("mandates.rename_changes", new
                {
                    office = before.Office, state = before.State, before = before.Begins, after = after.Begins,
                }, cancel);
            }
        }
        await connection.RunAsync(Save, [after], cancel);
        return true;
    }

}
