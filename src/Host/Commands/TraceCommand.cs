using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Rehearsal;
using Procedures.Traceability;

namespace Procedures.Commands;

/// <summary>Writes which activity carries out which paragraph of the rules, and which scenario shows it.</summary>
public sealed class TraceCommand(Setting setting) : Command
{
    private const string Again = "dotnet run --project src/Host -- trace workflows/rules/assembly-elections-2023-01.json "
        + "--write docs/traceability.md";

    public override Usage Usage { get; } = new("trace", "FILE",
        ("Lays a rule set beside the definitions: each paragraph, the activities that carry it out, the scenarios.",
            "Met un jeu de règles en regard des définitions : chaque paragraphe, ses activités, ses scénarios."))
    {
        Options =
        [
            new("--definitions", "FOLDER", (
                "Where definitions and their folder scenarios are found; “workflows” when not given.",
                "Où se trouvent les définitions et leur dossier scenarios ; « workflows » sans cette option.")),
            new("--write", "PAGE", ("The page of Markdown to write; it is printed when not given.",
                "La page Markdown à écrire ; elle est imprimée sans cette option.")),
        ],
        Remarks =
        [
            ("Exit status 1 when a paragraph has neither an activity nor a reason, or an activity cites one that does not exist.",
                "Code de sortie 1 si un paragraphe n'a ni activité ni motif, ou si une activité en cite un qui n'existe pas."),
        ],
        Examples = [Again.Replace("dotnet run --project src/Host --", "procedures", StringComparison.Ordinal)],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        if (line.Operands.Count != 1) throw new UsageException((
            "Name one file with a rule set.", "Nommez un fichier de jeu de règles."));
        var folder = line.Value("--definitions") ?? "workflows";
        var shelf = await DefinitionShelf.LoadAsync(setting, [], folder);
        var scenarios = Path.Combine(setting.PathOf(folder), "scenarios");
        if (!Directory.Exists(scenarios)) throw new UsageException((
            $"There is no folder {Path.Combine(folder, "scenarios")}.",
            $"Il n'y a pas de dossier {Path.Combine(folder, "scenarios")}."));
        var trace = new Trace(
            await ReadRulesAsync(line.Operands[0]), shelf.Definitions.OrderBy(d => d.DefinitionId, StringComparer.Ordinal),
            await PlayAsync(shelf, scenarios));
        var page = TracePage.Write(trace, Again);
        if (line.Value("--write") is { } path) await File.WriteAllTextAsync(setting.PathOf(path), page);
        else await output.WriteAsync(page);
        var complaints = Complaints(trace).ToImmutableArray();
        foreach (var complaint in complaints) await error.WriteLineAsync(complaint.In(line.Terminal));
        return complaints.IsEmpty ? ExitStatus.Fine : ExitStatus.Failed;
    }

    private static IEnumerable<Bilingual> Complaints(Trace trace) =>
    [
        .. trace.Unreadable.Select(u => new Bilingual(
            $"{u.Node.Definition}, {u.Node.Activity} cites {u.Paragraph}, which {trace.Rules.Id} does not have.",
            $"{u.Node.Definition}, {u.Node.Activity} cite {u.Paragraph}, que {trace.Rules.Id} ne contient pas.")),
        .. trace.Missing.Select(p => new Bilingual(
            $"{p.Id} ({p.About}) has no activity and no reason.",
            $"{p.Id} ({p.About}) n'a ni activité ni motif.")),
        .. trace.Contradicted.Select(p => new Bilingual(
            $"{p.Id} says why no activity carries it out, but one does.",
            $"{p.Id} dit pourquoi aucune activité ne l'accomplit, mais l'une d'elles le fait.")),
    ];

    private async Task<RuleSet> ReadRulesAsync(string path)
    {
        var file = await TextFile.ReadAsync(setting.PathOf(path), path);
        try
        {
            return file.Content is { } content
                ? RuleSet.Read(Encoding.UTF8.GetString(content))
                : throw new UsageException((
                    $"{path} {file.Problem?.English}.", $"{path} {file.Problem?.French}."));
        }
        catch (JsonException exception) when (exception.LineNumber is not null)
        {
            var mistake = JsonMistake.Of(exception);
            throw new UsageException((
                $"{path} is not a rule set: {mistake.English}.",
                $"{path} n'est pas un jeu de règles : {mistake.French}."), exception);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException((
                $"{path} is not a rule set: {exception.Message}",
                $"{path} n'est pas un jeu de règles : {exception.Message}"));
        }
    }

    private async Task<ImmutableArray<(string Scenario, RehearsedYear Year)>> PlayAsync(DefinitionShelf shelf, string folder)
    {
        var replay = new Replay(new Engine(setting.Catalog, setting.Institution), shelf.Find);
        var played = ImmutableArray.CreateBuilder<(string Scenario, RehearsedYear Year)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            foreach (var scenario in ScenarioReader.Read(await File.ReadAllTextAsync(path)))
                if (shelf.Find(Path.GetFileNameWithoutExtension(scenario.Definition)) is { } definition)
                    played.Add((scenario.Id, replay.Play(scenario, definition).Year));
        return played.ToImmutable();
    }
}
