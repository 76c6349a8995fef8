using System.Collections.Immutable;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Reliability;

/// <summary>What is delivered under workflows/: definitions, scenarios, and the institution they are made for.</summary>
internal sealed class Delivered
{
    private readonly Dictionary<string, Definition> _byId = new(StringComparer.Ordinal);

    public Delivered()
    {
        Folder = Path.Combine(RepositoryRoot(), "workflows");
        Catalog = new ActivityCatalog([.. ElsaActivities.All, .. InstitutionActivities.All]);
        Institution = InstitutionJson.Read(Text("bodies.json"), Text("states.json"),
            Calendar.Read(Text("calendars/part-sessions.json"), Text("calendars/holidays.json")));
        Engine = new Engine(Catalog, Institution);
        Documents = new ProcedureJson(ByHash);
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
            if (new DefinitionReader(Catalog).Read(File.ReadAllText(file)).Definition is { DefinitionId.Length: > 0 } read)
                _byId[read.DefinitionId] = read;
        Scenarios =
        [
            .. Directory.EnumerateFiles(Path.Combine(Folder, "scenarios"), "*.json").Order(StringComparer.Ordinal)
                .SelectMany(file => ScenarioReader.Read(File.ReadAllText(file))),
        ];
    }

    public string Folder { get; }
    public ActivityCatalog Catalog { get; }
    public Institution Institution { get; }
    public Engine Engine { get; }

    /// <summary>Writes and reads documents of procedures; one for all, because it learns each type at its first use.</summary>
    public ProcedureJson Documents { get; }
    public IReadOnlyCollection<Definition> Definitions => _byId.Values;
    public ImmutableArray<Scenario> Scenarios { get; }

    public Definition? Find(string definitionId) => _byId.GetValueOrDefault(definitionId);

    /// <summary>The definition that a scenario names by its file.</summary>
    public Definition DefinitionOf(Scenario scenario) =>
        Find(Path.GetFileNameWithoutExtension(scenario.Definition))
            ?? throw new InvalidOperationException($"{scenario.Id} names {scenario.Definition}, which is not delivered.");

    public Definition? ByHash(string hash) => _byId.Values.FirstOrDefault(d => d.Hash == hash);

    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Procedures.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("The folder of the repository is not above the program.");
    }

    private string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
