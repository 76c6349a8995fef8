using Procedures.Execution;
using Procedures.Mandates;

namespace Procedures.Storage.Rows;

/// <summary>Mandates and their plans from their rows.</summary>
internal static class MandateReader
{
    public static Mandate Read(Row row) => new(
        row.Text("office"), row.Text("state"), row.Text("holder"), row.DayOrNull("begins")!.Value, row.DayOrNull("ends"))
    {
        Term = row.Int("term"), Source = row.Text("source"),
    };

    public static PlannedMandate ReadPlanned(Row row) => new(
        Read(row), row.TextOrNull("plan") ?? "", row.TextOrNull("definition_id"), row.TextOrNull("opening_id"),
        Opening(row));

    public static MandateRow ReadRow(Row row) => new()
    {
        Mandate = Read(row), IsLatest = row.Flag("is_latest"),
        Opening = row.TextOrNull("plan") is null ? null : Opening(row),
        OpeningId = row.TextOrNull("opening_id"), ProcedureId = row.TextOrNull("procedure_id"),
        ProcedureStatus = row.TextOrNull("procedure_id") is null ? null : row.Enum<ProcedureStatus>("procedure_status"),
    };

    private static OpeningPlan Opening(Row row) =>
        new(row.DayOrNull("opens_on"), row.DayOrNull("starts_by"), row.Bilingual("problem"));
}
