using System.Text.Json;
using Procedures.Execution;
using Procedures.Mandates;

namespace Procedures.Storage.Rows;

/// <summary>Mandates, their plans and their corrections from their rows.</summary>
internal static class MandateReader
{
    public static Mandate Read(Row row)
    {
        var (source, sourceFr) = PairedText.Read(row.Text("source"));
        var (remark, remarkFr) = PairedText.Read(row.Text("remark"));
        return new Mandate(row.Text("office"), row.Text("state"), row.Text("holder"), row.DayOrNull("begins")!.Value,
            row.DayOrNull("ends"))
        {
            Term = row.Int("term"), Source = source, SourceFr = sourceFr, Rule = row.DayOrNull("rule"),
            LeftOn = row.DayOrNull("left_on"), Cause = row.Enum<VacancyCause>("cause"), Remark = remark,
            RemarkFr = remarkFr, EnteredAs = row.DayOrNull("entered_as"),
        };
    }

    public static PlannedMandate ReadPlanned(Row row) => new(
        Read(row), row.TextOrNull("plan") ?? "", row.TextOrNull("definition_id"), row.TextOrNull("opening_id"),
        Opening(row));

    public static MandateRow ReadRow(Row row) => new()
    {
        Mandate = Read(row), IsLatest = row.Flag("is_latest"), Revision = row.Int("revision"),
        Opening = row.TextOrNull("plan") is null ? null : Opening(row),
        OpeningId = row.TextOrNull("opening_id"), ProcedureId = row.TextOrNull("procedure_id"),
        ProcedureStatus = row.TextOrNull("procedure_id") is null ? null : row.Enum<ProcedureStatus>("procedure_status"),
    };

    public static MandateChange ReadChange(Row row)
    {
        var (reason, french) = PairedText.Read(row.Text("reason"));
        return new MandateChange(Unpacked(row.TextOrNull("before")), Unpacked(row.TextOrNull("after")),
            row.Text("actor"), reason, row.Moment("changed_at"))
        {
            ReasonFr = french,
        };
    }

    public static string? Packed(Mandate? mandate) => mandate is null ? null : JsonSerializer.Serialize(mandate);

    private static Mandate? Unpacked(string? text) => text is null ? null : JsonSerializer.Deserialize<Mandate>(text);

    private static OpeningPlan Opening(Row row) =>
        new(row.DayOrNull("opens_on"), row.DayOrNull("starts_by"), row.Bilingual("problem"))
        {
            WasToOpenOn = row.DayOrNull("was_to_open_on"), WasToStartBy = row.DayOrNull("was_to_start_by"),
        };
}
