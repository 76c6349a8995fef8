using System.Collections.Immutable;
using System.Text;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Commands;

/// <summary>Replays past procedures that are written down in scenario files.</summary>
public sealed class ReplayCommand(Setting setting) : Command
{
    public override Usage Usage { get; } = new("replay", "FILE…",
        "Lets past procedures happen again, day by day, and says whether everything comes out as it did.")
    {
        Options =
        [
            new("--definitions", "FOLDER",
                "Where definitions are found; beside the scenarios and one folder above when not given."),
        ],
        Remarks =
        [
            "A file holds one scenario or a list of them; docs/scenarios.md explains how one is written in ten minutes.",
            "Exit status 0, or 1 when a scenario fails, or 2 when a file cannot be read.",
        ],
        Examples = ["procedures replay workflows/scenarios/*.json"],
    };

    private readonly Dictionary<(string File, string? Folder), DefinitionShelf> _shelves = [];

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        var (passed, failed, unreadable) = (0, 0, 0);
        foreach (var path in line.Operands)
        {
            try
            {
                foreach (var scenario in await ReadAsync(path))
                {
                    var differences = await ReplayAsync(scenario, path, line.Value("--definitions"));
                    if (differences.IsEmpty) passed++;
                    else failed++;
                    await output.WriteLineAsync(differences.IsEmpty
                        ? $"PASS {scenario.Id}"
                        : Failure(scenario, differences));
                }
            }
            catch (ScenarioSyntaxException exception)
            {
                unreadable++;
                await error.WriteLineAsync($"{path}: {exception.Message}");
            }
        }
        await output.WriteLineAsync($"{passed} passed, {failed} failed");
        return unreadable > 0 ? ExitStatus.Misused : failed > 0 ? ExitStatus.Failed : ExitStatus.Fine;
    }

    private static string Failure(Scenario scenario, ImmutableArray<Difference> differences) =>
        string.Join(Environment.NewLine, differences.Select(d => $"FAIL {scenario.Id}: {d}"));

    private async Task<ImmutableArray<Scenario>> ReadAsync(string path)
    {
        var file = await TextFile.ReadAsync(setting.PathOf(path), path);
        return file.Content is { } content
            ? ScenarioReader.Read(Encoding.UTF8.GetString(content))
            : throw new ScenarioSyntaxException($"the file {file.Problem}.");
    }

    private async Task<ImmutableArray<Difference>> ReplayAsync(Scenario scenario, string path, string? folder)
    {
        var shelf = await ShelfAsync(scenario, path, folder);
        var definition = shelf.Files.FirstOrDefault()?.Definition ?? shelf.Find(scenario.Definition)
            ?? throw new ScenarioSyntaxException($"{scenario.Id}: there is no definition {scenario.Definition}.");
        return new Replay(new Engine(setting.Catalog, setting.Institution), shelf.Find).Run(scenario, definition);
    }

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
