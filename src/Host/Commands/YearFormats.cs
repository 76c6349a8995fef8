using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Commands;

/// <summary>A rehearsed year written for a terminal, for a browser, or for another program.</summary>
internal static class YearFormats
{
    public static string Table(RehearsedYear year, Institution institution, Language language)
    {
        var table = new YearTable(year, institution, language);
        ImmutableArray<ImmutableArray<string>> lines =
            [table.Headings, .. table.Rows.Select(r => table.Cells(r).ToImmutableArray())];
        var widths = Enumerable.Range(0, table.Headings.Length)
            .Select(i => Math.Min(44, lines.Max(l => l[i].Length))).ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
            text.AppendLine(string.Join("  ", line
                .Select((cell, i) => Fitted(cell, widths[i], i == line.Length - 1))).TrimEnd());
        text.AppendLine();
        foreach (var line in YearSummary.Lines(year, language)) text.AppendLine(line);
        return text.ToString();
    }

    private static string Fitted(string cell, int width, bool isLast) =>
        isLast ? cell : cell.Length > width ? cell[..(width - 1)] + "…" : cell.PadRight(width);

    public static string Html(RehearsedYear year, Institution institution, Language language)
    {
        var table = new YearTable(year, institution, language);
        var title = WebUtility.HtmlEncode(year.Procedure.Title.In(language));
        var text = new StringBuilder()
            .AppendLine($"<!DOCTYPE html>\n<html lang=\"{(language == Language.French ? "fr" : "en")}\">")
            .AppendLine($"<head><meta charset=\"utf-8\"><title>{title}</title>")
            .AppendLine("<style>body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}")
            .AppendLine("th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}</style></head>")
            .AppendLine($"<body><h1>{title}</h1>")
            .AppendLine("<table><thead><tr>" + Row("th", table.Headings) + "</tr></thead><tbody>");
        foreach (var row in table.Rows) text.AppendLine($"<tr>{Cells(table, row)}</tr>");
        text.AppendLine("</tbody></table><ul>");
        foreach (var line in YearSummary.Lines(year, language))
            text.AppendLine($"<li>{WebUtility.HtmlEncode(line.Trim())}</li>");
        return text.AppendLine("</ul></body></html>").ToString();
    }

    // What many bodies are told alike is one line, which opens to their names.
    private static string Cells(YearTable table, YearRow row)
    {
        if (row.Everybody.IsEmpty) return Row("td", table.Cells(row));
        var names = string.Concat(row.Everybody.Select(name => $"<li>{WebUtility.HtmlEncode(name)}</li>"));
        var who = $"<details><summary>{WebUtility.HtmlEncode(row.Who)}</summary><ul>{names}</ul></details>";
        return string.Concat(table.Cells(row).Select((cell, i) =>
            $"<td>{(i == YearTable.WhoColumn ? who : WebUtility.HtmlEncode(cell))}</td>"));
    }

    private static string Row(string element, IEnumerable<string> cells) =>
        string.Concat(cells.Select(c => $"<{element}>{WebUtility.HtmlEncode(c)}</{element}>"));

    public static string Json(RehearsedYear year) => new JsonObject
    {
        ["title"] = Both(year.Procedure.Title), ["status"] = year.Procedure.Status.ToString(),
        ["startedAt"] = year.StartedAt, ["endedAt"] = year.EndedAt, ["wasCutOff"] = year.WasCutOff,
        ["elected"] = ElectedCandidate.Of(year),
        ["tasks"] = new JsonArray([.. year.Tasks.Select(Task)]),
        ["letters"] = new JsonArray([.. year.DatedLetters.Select(JsonNode (x) => new JsonObject
        {
            ["at"] = x.At, ["kind"] = x.Letter.Kind.ToString(), ["occasion"] = x.Letter.Occasion, ["to"] = x.Letter.To,
        })]),
        ["dates"] = new JsonArray([.. year.Procedure.Anchors.Values.Values.Select(JsonNode (a) => new JsonObject
        {
            ["name"] = a.Name, ["value"] = a.Value.Notation, ["formula"] = a.Formula,
            ["isProvisional"] = a.IsProvisional, ["explanation"] = Both(a.Explanation),
        })]),
        ["incidents"] = new JsonArray([.. year.All.SelectMany(p => p.Incidents).Select(JsonNode (i) => new JsonObject
        {
            ["activity"] = i.ActivityId, ["message"] = i.Message,
        })]),
    }.ToJsonString(JsonText.Options);

    private static JsonNode Task(RehearsedTask task) => new JsonObject
    {
        ["step"] = task.Step, ["time"] = task.Time, ["title"] = Both(task.Wait.Assignment!.Title),
        ["body"] = task.Wait.Assignment.Body, ["procedure"] = task.ProcedureId, ["basis"] = task.Wait.Assignment.Basis,
        ["askedOn"] = Iso(task.AskedOn), ["opens"] = Iso(task.Wait.Timetable?.Opens), ["lastDay"] = Iso(task.LastDay),
        ["isProvisional"] = task.Wait.Timetable?.IsProvisional ?? false, ["endedOn"] = Iso(task.EndedOn),
        ["outcome"] = task.Outcome, ["hasExpired"] = task.HasExpired, ["refusal"] = task.Refusal?.English,
        ["explanation"] = Both(task.Wait.Timetable?.Explanation ?? Bilingual.Empty),
        ["letters"] = new JsonArray([.. task.Letters.Select(JsonNode (l) => $"{l.Kind} {l.Occasion} {l.To}")]),
    };

    private static JsonObject Both(Bilingual text) => new() { ["en"] = text.English, ["fr"] = text.French };

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
