using System.Text.Json;
using Microsoft.Data.Sqlite;
using Procedures.Mandates;

namespace Procedures.Storage.Sqlite;

/// <summary>Mandates and their plans as columns.</summary>
internal static class MandateColumns
{
    public static object Of(Mandate mandate) => new
    {
        office = mandate.Office, state = mandate.State, begins = Texts.Of(mandate.Begins), holder = mandate.Holder,
        ends = Texts.Of(mandate.Ends), term = mandate.Term, source = mandate.Source, rule = Texts.Of(mandate.Rule),
        left_on = Texts.Of(mandate.LeftOn), cause = mandate.Cause.ToString(), remark = mandate.Remark,
        entered_as = Texts.Of(mandate.EnteredAs),
    };

    public static object Of(PlannedMandate planned) => new
    {
        office = planned.Mandate.Office, state = planned.Mandate.State, begins = Texts.Of(planned.Mandate.Begins),
        last_day = Texts.Of(planned.Mandate.LastDay), plan = planned.Plan, definition_id = planned.DefinitionId,
        opening_id = planned.OpeningId, opens_on = Texts.Of(planned.Opening.OpensOn),
        starts_by = Texts.Of(planned.Opening.StartsBy), problem_en = planned.Opening.Problem.English,
        problem_fr = planned.Opening.Problem.French,
    };

    public static Mandate Read(Row row) => new(
        row.Text("office"), row.Text("state"), row.Text("holder"), row.DayOrNull("begins")!.Value, row.DayOrNull("ends"))
    {
        Term = row.Int("term"), Source = row.Text("source"), Rule = row.DayOrNull("rule"),
        LeftOn = row.DayOrNull("left_on"), Cause = row.Enum<VacancyCause>("cause"), Remark = row.Text("remark"),
        EnteredAs = row.DayOrNull("entered_as"),
    };

    public static OpeningPlan Opening(Row row) =>
        new(row.DayOrNull("opens_on"), row.DayOrNull("starts_by"), row.Bilingual("problem"))
        {
            WasToOpenOn = row.DayOrNull("was_to_open_on"), WasToStartBy = row.DayOrNull("was_to_start_by"),
        };

    public static PlannedMandate ReadPlanned(Row row) => new(
        Read(row), row.TextOrNull("plan") ?? "", row.TextOrNull("definition_id"), row.TextOrNull("opening_id"),
        Opening(row));

    public static object KeyOf(Mandate mandate) =>
        new { office = mandate.Office, state = mandate.State, begins = Texts.Of(mandate.Begins) };

    /// <returns>False when the change does not fit what stands there.</returns>
    public static bool Change(SqliteConnection connection, MandateChange change)
    {
        if (change.Before is { } before)
        {
            if (connection.Scalar<long?>("mandates.revision", KeyOf(before)) is not { } revision
                || change.Revision is { } seen && seen != revision) return false;
        }
        if (change.After is not { } after) connection.Run("mandates.delete", KeyOf(change.Known));
        else
        {
            if (change.Before?.Begins != after.Begins)
            {
                if (connection.Scalar<long?>("mandates.revision", KeyOf(after)) is not null) return false;
                if (change.Before is { } old)
                {
                    connection.Run("mandates.delete", KeyOf(old));
                    connection.Run("mandates.rename_changes", new
                    {
                        office = old.Office, state = old.State, before = Texts.Of(old.Begins), after = Texts.Of(after.Begins),
                    });
                }
            }
            connection.Run("mandates.save", Of(after));
        }
        var known = change.After ?? change.Known;
        connection.Run("mandates.keep_change", new
        {
            office = known.Office, state = known.State, begins = Texts.Of(known.Begins),
            changed_at = Texts.Of(change.At), actor = change.Actor, reason = change.Reason,
            before = Packed(change.Before), after = Packed(change.After),
        });
        return true;
    }

    public static MandateChange ReadChange(Row row) => new(
        Unpacked(row.TextOrNull("before")), Unpacked(row.TextOrNull("after")), row.Text("actor"), row.Text("reason"),
        row.Moment("changed_at"));

    public static string? Packed(Mandate? mandate) => mandate is null ? null : JsonSerializer.Serialize(mandate);

    private static Mandate? Unpacked(string? text) => text is null ? null : JsonSerializer.Deserialize<Mandate>(text);
}
