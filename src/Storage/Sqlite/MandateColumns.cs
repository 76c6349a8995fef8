using Microsoft.Data.Sqlite;
using Procedures.Mandates;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Sqlite;

/// <summary>Mandates and their plans as columns.</summary>
internal static class MandateColumns
{
    public static object Of(Mandate mandate) => new
    {
        office = mandate.Office, state = mandate.State, begins = Texts.Of(mandate.Begins), holder = mandate.Holder,
        ends = Texts.Of(mandate.Ends), term = mandate.Term,
        source = PairedText.Write(mandate.Source, mandate.SourceFr), rule = Texts.Of(mandate.Rule),
        left_on = Texts.Of(mandate.LeftOn), cause = mandate.Cause.ToString(), 
        remark = PairedText.Write(mandate.Remark, mandate.RemarkFr),
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
                        office = old.Office, state = old.State, before = Texts.Of(old.Begins),
                            after = Texts.Of(after.Begins),
                    });
                }
            }
            connection.Run("mandates.save", Of(after));
        }
        var known = change.After ?? change.Known;
        connection.Run("mandates.keep_change", new
        {
            office = known.Office, state = known.State, begins = Texts.Of(known.Begins),
            changed_at = Texts.Of(change.At), actor = change.Actor,
            reason = PairedText.Write(change.Reason, change.ReasonFr),
            before = MandateReader.Packed(change.Before), after = MandateReader.Packed(change.After),
        });
        return true;
    }
}
