using System.Collections.Immutable;
using System.Text;
using Procedures.Definitions.Format;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Rehearsal;
using Procedures.Runtime;

namespace Procedures.Commands;

/// <summary>Replays past procedures that are written down in scenario files.</summary>
public sealed class ReplayCommand(Setting setting) : Command
{
    public override Usage Usage { get; } = new("replay", "FILE…",
        ("Lets past procedures happen again, day by day, and says whether everything comes out as it did.",
            "Rejoue des procédures passées, jour par jour, et dit si tout se passe comme ce fut le cas."))
    {
        Options =
        [
            new("--definitions", "FOLDER",
                ("Where definitions are found; beside the scenarios and one folder above when not given.",
                    "Où se trouvent les définitions ; à côté des scénarios et un dossier plus haut sans cette option.")),
            new("--only", "ID", ("Replays only the scenario with that id.", "Ne rejoue que le scénario de cet id."), IsRepeatable: true),
            new("--letters", "FOLDER",
                ("Writes every letter of each scenario into that folder, in both languages, as text and as .eml.",
                    "Écrit chaque lettre de chaque scénario dans ce dossier, dans les deux langues, en texte et en .eml.")),
            new("--wording", "FOLDER", ("Templates for these letters; those inside the program when not given.",
                "Les modèles de ces lettres ; ceux du programme sans cette option.")),
        ],
        Remarks =
        [
            ("A file holds one scenario or a list of them; docs/scenarios.md explains how one is written in ten minutes.",
                "Un fichier contient un scénario ou une liste ; docs/scenarios.md explique comment en écrire un en dix minutes."),
            ("Exit status 0, or 1 when a scenario fails, or 2 when a file cannot be read.",
                "Code de sortie 0, ou 1 si un scénario échoue, ou 2 si un fichier ne peut être lu."),
        ],
        Examples =
        [
            "procedures replay workflows/scenarios/*.json",
            "procedures replay workflows/scenarios/judges.json --only J-BA-2012 --letters letters",
        ],
    };

    private readonly Dictionary<(string File, string? Folder), DefinitionShelf> _shelves = [];

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        RequireWording(line);
        var (passed, failed) = (0, 0);
        var (files, unreadable) = await ReadAllAsync(line, error);
        RequireKnown(line, [.. files.SelectMany(f => f.Scenarios).Select(s => s.Id)]);
        foreach (var (path, scenarios) in files)
        {
            try
            {
                foreach (var scenario in scenarios.Where(s => IsWanted(s, line)))
                {
                    var differences = await ReplayAsync(scenario, path, line);
                    if (differences.IsEmpty) passed++;
                    else failed++;
                    await output.WriteLineAsync(differences.IsEmpty
                        ? Passed(scenario).In(line.Terminal)
                        : Failure(scenario, differences, line.Terminal));
                }
            }
            catch (ScenarioSyntaxException exception)
            {
                unreadable++;
                await error.WriteLineAsync(At(path, exception.Text).In(line.Terminal));
            }
        }
        await output.WriteLineAsync(line.Terminal == Language.French
            ? $"{passed} réussi(s), {failed} en échec" : $"{passed} passed, {failed} failed");
        return unreadable > 0 ? ExitStatus.Misused : failed > 0 ? ExitStatus.Failed : ExitStatus.Fine;
    }

    private async Task<(List<(string Path, ImmutableArray<Scenario> Scenarios)> Files, int Unreadable)> ReadAllAsync(
        CommandLine line, TextWriter error)
    {
        var files = new List<(string Path, ImmutableArray<Scenario> Scenarios)>();
        var unreadable = 0;
        foreach (var path in line.Operands)
            try
            {
                files.Add((path, await ReadAsync(path)));
            }
            catch (ScenarioSyntaxException exception)
            {
                unreadable++;
                await error.WriteLineAsync(At(path, exception.Text).In(line.Terminal));
            }
        return (files, unreadable);
    }

    // Who asks for one scenario and gets none has not been told that it passed.
    private static void RequireKnown(CommandLine line, string[] known)
    {
        foreach (var id in line.Values("--only").Where(id => !known.Contains(id, StringComparer.Ordinal)))
        {
            var question = NearestNames.Question(NearestNames.Of(id, known));
            var list = string.Join(", ", known);
            throw new UsageException((
                $"No scenario has the id {id}.{question.English} There are: {list}.",
                $"Aucun scénario ne porte l'id {id}.{question.French} Il existe : {list}."));
        }
    }

    private void RequireWording(CommandLine line)
    {
        if (line.Value("--wording") is not { } folder) return;
        if (!line.Has("--letters")) throw new UsageException((
            "--wording is for the letters that --letters FOLDER writes.",
            "--wording vaut pour les lettres qu'écrit --letters DOSSIER."));
        if (!Directory.Exists(setting.PathOf(folder))) throw new UsageException((
            $"There is no folder {folder}.", $"Il n'y a pas de dossier {folder}."));
    }

    private static Bilingual Passed(Scenario scenario) => ($"PASS {scenario.Id}", $"RÉUSSI {scenario.Id}");

    private static string Failure(Scenario scenario, ImmutableArray<Difference> differences, Language language) =>
        string.Join(Environment.NewLine, differences.Select(d => new Bilingual(
            $"FAIL {scenario.Id}: {d.Text.English}", $"ÉCHEC {scenario.Id} : {d.Text.French}").In(language)));

    private static Bilingual At(string path, Bilingual problem) =>
        ($"{path}: {problem.English}", $"{path} : {problem.French}");

    private async Task<ImmutableArray<Scenario>> ReadAsync(string path)
    {
        var file = await TextFile.ReadAsync(setting.PathOf(path), path);
        if (file.Content is not { } content) throw new ScenarioSyntaxException((
            $"the file {file.Problem?.English}.", $"le fichier {file.Problem?.French}."));
        return ScenarioReader.Read(Encoding.UTF8.GetString(content)) is { IsEmpty: false } scenarios
            ? scenarios : throw new ScenarioSyntaxException((
                "the file holds no scenario.", "le fichier ne contient aucun scénario."));
    }

    private static bool IsWanted(Scenario scenario, CommandLine line) =>
        !line.Has("--only") || line.Values("--only").Contains(scenario.Id);

    private async Task<ImmutableArray<Difference>> ReplayAsync(Scenario scenario, string path, CommandLine line)
    {
        var shelf = await ShelfAsync(scenario, path, line.Value("--definitions"));
        var definition = shelf.Files.FirstOrDefault()?.Definition ?? shelf.Find(scenario.Definition)
            ?? throw new ScenarioSyntaxException((
                $"{scenario.Id}: there is no definition {scenario.Definition}.",
                $"{scenario.Id} : il n'y a pas de définition {scenario.Definition}."));
        var replay = new Replay(new Engine(setting.Catalog, setting.Institution), shelf.Find);
        var (year, differences) = replay.Play(scenario, definition);
        if (line.Value("--letters") is { } letters)
            await LetterFiles.WriteAsync(
                Path.Combine(setting.PathOf(letters), scenario.Id), await LettersOf(line).WriteAsync(year));
        return differences;
    }

    private RehearsedLetters LettersOf(CommandLine line) => new(
        line.Value("--wording") is { } folder ? LetterTemplates.Load(setting.PathOf(folder)) : LetterTemplates.BuiltIn(),
        setting.Institution);

    /// <summary>The named file, if it is one, and every definition of the folder; read once for all scenarios.</summary>
    private async Task<DefinitionShelf> ShelfAsync(Scenario scenario, string path, string? folder)
    {
        var beside = Path.GetDirectoryName(setting.PathOf(path))!;
        var file = Path.GetFullPath(scenario.Definition, beside);
        var isFile = scenario.Definition.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var place = folder ?? (isFile ? Path.GetDirectoryName(file) : Path.GetDirectoryName(beside) ?? beside);
        var key = (isFile ? file : "", place);
        if (_shelves.TryGetValue(key, out var known)) return known;
        return _shelves[key] = await DefinitionShelf.LoadAsync(setting, isFile ? [file] : [], place);
    }
}
