using Procedures.Mandates;

namespace Procedures.Storage.Sqlite;

/// <summary>Mandates and their plans as columns.</summary>
internal static class MandateColumns
{
    public static object Of(Mandate mandate) => new
    {
        office = mandate.Office, state = mandate.State, begins = Texts.Of(mandate.Begins), holder = mandate.Holder,
        ends = Texts.Of(mandate.Ends), term = mandate.Term, source = mandate.Source,
    };

    public static object Of(PlannedMandate planned) => new
    {
        office = planned.Mandate.Office, state = planned.Mandate.State, begins = Texts.Of(planned.Mandate.Begins),
        ends = Texts.Of(planned.Mandate.Ends), plan = planned.Plan, definition_id = planned.DefinitionId,
        opening_id = planned.OpeningId, opens_on = Texts.Of(planned.Opening.OpensOn),
        starts_by = Texts.Of(planned.Opening.StartsBy), problem_en = planned.Opening.Problem.English,
        problem_fr = planned.Opening.Problem.French,
    };
}
