using Procedures.Mandates;

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
        Column<PlannedMandate>.Day("ends", p => p.Mandate.Ends),
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
        Column<Mandate>.Text("source", m => m.Source),
    ];
}
