using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Reliability;

/// <summary>
/// Writes what was measured: reliability.json, and the tables between two marks in docs/guarantees.md. A figure stays
/// until the same thing is measured again in the same form: a short run takes nothing away from a long one.
/// </summary>
internal static class Report
{
    private const string Begin = "<!-- figures: written by tests/Reliability/run -->";
    private const string End = "<!-- end of figures -->";
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Outcome outcome, string root, Effort effort)
    {
        var file = Path.Combine(root, "reliability.json");
        var all = Merge(File.Exists(file) ? ReadAll(File.ReadAllText(file)) : [], outcome, effort);
        var json = new JsonObject
        {
            ["figures"] = new JsonArray([.. all.Select(f => f.ToJson())]),
            ["findings"] = new JsonArray([.. outcome.Findings.Select(JsonNode (f) => JsonValue.Create(f.ToString()))]),
        };
        File.WriteAllText(file, json.ToJsonString(Readable) + "\n");
        var page = Path.Combine(root, "docs", "guarantees.md");
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidOperationException($"{page} has lost the marks around its table.");
        File.WriteAllText(page, text[..(from + Begin.Length)] + "\n" + Tables(all) + text[to..]);
    }

    /// <summary>The figures that were there, those of the run in the place of what they measure anew.</summary>
    internal static ImmutableArray<ReportedFigure> Merge(
        ImmutableArray<ReportedFigure> before, Outcome outcome, Effort effort)
    {
        var made = new ReportedFigure(null!, effort.Form, effort.Commit,
            DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), Machine());
        var now = outcome.Figures.Select(f => made with { Figure = f }).ToArray();
        // A whole run stands for all of its form; a part of one only for what it has measured.
        var kept = before.Where(old => old.Form != effort.Form
            || (effort.Only is not null && now.All(n => n.Figure.Name != old.Figure.Name)));
        return [.. kept.Concat(now)];
    }

    /// <summary>What an earlier run has written.</summary>
    internal static ImmutableArray<ReportedFigure> ReadAll(string json)
    {
        var file = JsonNode.Parse(json)!.AsObject();
        return [.. file["figures"]!.AsArray().Select(f => ReportedFigure.Read(f!.AsObject(), file))];
    }

    private static string Tables(ImmutableArray<ReportedFigure> all) => string.Join('\n',
    [
        .. from form in all.GroupBy(f => f.Form).OrderBy(g => g.Key != ReportedFigure.Long) select Table(form.Key, [.. form]),
        .. from figure in all where !figure.Figure.Caught.IsEmpty select Faults(figure.Figure),
    ]);

    private static string Faults(Figure figure) => string.Join('\n',
    [
        "**The planted faults**, and the first test that noticed each:",
        "", "| Fault | What a user would suffer | Noticed by |", "|---|---|---|",
        .. figure.Caught.Select(c => $"| {c.Id} | {c.Breaks} | {(c.By is { } by ? $"`{by}`" : "nothing")} |"),
        "",
    ]);

    private static string Table(string form, ImmutableArray<ReportedFigure> figures) => string.Join('\n',
    [
        form == ReportedFigure.Long ? "**The long form**, `tests/Reliability/run --long`:" : "**The short form**, `tests/Reliability/run`:",
        "", "| What was tried | Runs | Distinct | Broken | Seconds | When, at commit, on | Remarks |", "|---|---|---|---|---|---|---|",
        .. figures.Select(f => string.Create(CultureInfo.InvariantCulture,
            $"| {f.Figure.Name} | {f.Figure.Runs:N0} | {f.Figure.Distinct:N0} | {f.Figure.Broken} | {f.Figure.Took.TotalSeconds:F1} | {f.Day}, {f.Commit}, {f.Machine} | {f.Figure.Note} |")),
        "",
    ]);

    private static string Machine() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, .NET {Environment.Version}";

    /// <summary>The commit of the working copy; asked for when a run begins, because others may commit meanwhile.</summary>
    public static string Commit(string root)
    {
        using var git = Process.Start(new ProcessStartInfo("git", "rev-parse --short HEAD")
        {
            WorkingDirectory = root, RedirectStandardOutput = true,
        });
        return git?.StandardOutput.ReadToEnd().Trim() is { Length: > 0 } hash ? hash : "unknown";
    }
}
