using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Reliability;

/// <summary>Writes what was measured: reliability.json, and the table between two marks in docs/guarantees.md.</summary>
internal static class Report
{
    private const string Begin = "<!-- figures: written by tests/Reliability/run -->";
    private const string End = "<!-- end of figures -->";
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Outcome outcome, string root, string[] arguments)
    {
        var commit = Commit(root);
        var when = DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        File.WriteAllText(Path.Combine(root, "reliability.json"), Json(outcome, commit, when, arguments) + "\n");
        var page = Path.Combine(root, "docs", "guarantees.md");
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidOperationException($"{page} has lost the marks around its table.");
        File.WriteAllText(page, text[..(from + Begin.Length)] + "\n" + Table(outcome, commit, when, arguments) + text[to..]);
    }

    private static string Table(Outcome outcome, string commit, string when, string[] arguments) =>
        string.Join('\n',
        [
            $"Commit {commit}, {when}, {Machine()}; `tests/Reliability/run{string.Concat(arguments.Select(a => " " + a))}`.",
            "", "| What was tried | Runs | Distinct | Broken | Seconds | Remarks |", "|---|---|---|---|---|---|",
            .. outcome.Figures.Select(f => string.Create(CultureInfo.InvariantCulture,
                $"| {f.Name} | {f.Runs:N0} | {f.Distinct:N0} | {f.Broken} | {f.Took.TotalSeconds:F1} | {f.Note} |")),
            "",
        ]);

    private static string Json(Outcome outcome, string commit, string when, string[] arguments) => new JsonObject
    {
        ["commit"] = commit, ["date"] = when, ["machine"] = Machine(), ["arguments"] = string.Join(' ', arguments),
        ["figures"] = new JsonArray([.. outcome.Figures.Select(JsonNode (f) => new JsonObject
        {
            ["name"] = f.Name, ["runs"] = f.Runs, ["distinct"] = f.Distinct, ["broken"] = f.Broken,
            ["seconds"] = Math.Round(f.Took.TotalSeconds, 1), ["note"] = f.Note,
        })]),
        ["findings"] = new JsonArray([.. outcome.Findings.Select(JsonNode (f) => JsonValue.Create(f.ToString()))]),
    }.ToJsonString(Readable);

    private static string Machine() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, .NET {Environment.Version}";

    private static string Commit(string root)
    {
        using var git = Process.Start(new ProcessStartInfo("git", "rev-parse --short HEAD")
        {
            WorkingDirectory = root, RedirectStandardOutput = true,
        });
        return git?.StandardOutput.ReadToEnd().Trim() is { Length: > 0 } hash ? hash : "unknown";
    }
}
