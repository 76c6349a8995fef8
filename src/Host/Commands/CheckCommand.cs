using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Soundness;

namespace Procedures.Commands;

/// <summary>Says what is wrong or doubtful in definitions, with the place of everything.</summary>
public sealed class CheckCommand(Setting setting) : Command
{
    public override Usage Usage { get; } = new("check", "FILE…",
        ("Says what is wrong or doubtful in definitions: how they are written and whether they are sound.",
            "Dit ce qui est faux ou douteux dans des définitions : leur écriture et leur cohérence."))
    {
        Options =
        [
            new("--definitions", "FOLDER",
                ("Where the definitions of child procedures are found; they must exist then.",
                    "Où se trouvent les définitions des procédures filles ; elles doivent alors exister.")),
            new("--strict", null, (
                "What we ask of our own definitions counts as an error: sources, layout, deadlines.",
                "Nos exigences pour nos propres définitions comptent comme erreurs : sources, disposition, échéances.")),
            new("--language", "en|fr", ("The language of the sentences; the terminal's when not given.",
                "La langue des phrases ; celle du terminal sans cette option.")),
            new("--format", "table|json", ("One line for each finding, or JSON.", "Une ligne par constat, ou JSON.")),
        ],
        Remarks =
        [
            ("A line says error or warning, the file and the place in it, the activity, and a sentence. "
                    + "Exit status 1 when there are errors, 2 when a file cannot be opened.",
                "Une ligne dit erreur ou avertissement, le fichier et l'endroit, l'activité, et une phrase. "
                    + "Code de sortie 1 s'il y a des erreurs, 2 si un fichier ne peut être ouvert."),
        ],
        Examples = ["procedures check workflows/judge-election.json --strict --definitions workflows"],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        var (language, format) = (line.Language, line.OneOf("--format", "table", "json"));
        var folder = line.Value("--definitions");
        var shelf = await DefinitionShelf.LoadAsync(setting, line.Operands, folder);
        foreach (var file in shelf.Unreadable) await error.WriteLineAsync($"{file.Path} {file.Problem?.In(language)}.");
        var gate = new PublishGate(setting.Catalog)
        {
            IsStrict = line.Has("--strict"), Children = folder is null ? null : shelf.Find,
        };
        var found = shelf.Files.Select(f => (File: f, Findings: Examine(gate, f))).ToImmutableArray();
        var errors = found.Sum(f => f.Findings.Count(x => x.Severity != FindingSeverity.Warning));
        var warnings = found.Sum(f => f.Findings.Length) - errors;
        if (format == "json") await output.WriteLineAsync(ToJson(found, errors, warnings));
        else
        {
            foreach (var (file, findings) in found)
                foreach (var finding in findings)
                    await output.WriteLineAsync(Findings.Line(file.Path, finding, language));
            await output.WriteLineAsync(Total(found.Length, errors, warnings).In(language));
        }
        return !shelf.Unreadable.IsEmpty ? ExitStatus.Misused : errors > 0 ? ExitStatus.Failed : ExitStatus.Fine;
    }

    private static ImmutableArray<Finding> Examine(PublishGate gate, DefinitionFile file) =>
        file.Definition is { } definition
            ? [.. file.Reading.Findings, .. gate.Examine(definition)]
            : file.Reading.Findings;

    private static Bilingual Total(int definitions, int errors, int warnings) => (
        $"{Count(definitions, "definition")}, {Count(errors, "error")}, {Count(warnings, "warning")}",
        $"{CountFrench(definitions, "définition")}, {CountFrench(errors, "erreur")}, "
        + $"{CountFrench(warnings, "avertissement")}");

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    // In French zero is singular.
    private static string CountFrench(int count, string what) => count <= 1 ? $"{count} {what}" : $"{count} {what}s";

    private static string ToJson(
        ImmutableArray<(DefinitionFile File, ImmutableArray<Finding> Findings)> found, int errors, int warnings)
    {
        var list = new JsonArray([.. found.SelectMany(f => f.Findings.Select(JsonNode (x) => new JsonObject
        {
            ["file"] = f.File.Path, ["severity"] = x.Severity.ToString(), ["place"] = x.Place,
            ["activity"] = x.ActivityId, ["english"] = x.Message.English, ["french"] = x.Message.French,
        }))]);
        return new JsonObject
        {
            ["definitions"] = found.Length, ["errors"] = errors, ["warnings"] = warnings, ["findings"] = list,
        }.ToJsonString(JsonText.Options);
    }
}
