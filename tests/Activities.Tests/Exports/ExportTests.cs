using System.Runtime.CompilerServices;
using Procedures.Activities;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Tests.Exports;

/// <summary>Definitions as Elsa exports them, and beside each what a run of it writes and where it ends.</summary>
/// <remarks>A first line "> {…}" in the text file holds the inputs.</remarks>
public sealed class ExportTests
{
    private const int MostWakeUps = 100;
    private static readonly string Folder = FolderOf();
    private static readonly Dictionary<string, Definition> Definitions = Directory.GetFiles(Folder, "*.json")
        .Select(f => new DefinitionReader(ElsaActivities.Catalog).Read(File.ReadAllBytes(f)).Definition!)
        .ToDictionary(d => d.DefinitionId);

    public static TheoryData<string> Names =>
        new(Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void An_export_runs_unchanged_with_the_output_that_Elsa_gives(string name)
    {
        var expected = File.ReadAllLines(Path.Combine(Folder, name + ".txt"));
        var inputs = expected is [['>', .. var json], ..] ? (Value.Map)ValueJson.Parse(json) : Value.Map.Empty;
        var definition = new DefinitionReader(ElsaActivities.Catalog)
            .Read(File.ReadAllBytes(Path.Combine(Folder, name + ".json"))).Definition!;

        var written = Run(definition, inputs);

        Assert.Equal(string.Join('\n', expected.Where(l => !l.StartsWith('>'))), string.Join('\n', written));
    }

    private static IEnumerable<string> Run(Definition definition, Value.Map inputs)
    {
        var engine = new Engine(ElsaActivities.Catalog, Institution.Empty) { Publishes = Definitions.ContainsKey };
        var world = new World(engine, id => Definitions.GetValueOrDefault(id),
            new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));
        world.Open("1", definition, new Stimulus.Opened(inputs));
        for (var i = 0; i < MostWakeUps && world.WakeNext(world.Now.AddYears(1)); i++) { }
        return world.Lines.SelectMany(l => l.Split('\n')).Concat(world.Procedures.SelectMany(EndOf));
    }

    private static IEnumerable<string> EndOf(Procedure procedure) =>
    [
        .. procedure.Id == "1" ? [$"status: {procedure.Status}"] : Array.Empty<string>(),
        .. procedure.Incidents.Select(i => $"  incident: {i.ActivityType}: {i.Message}"),
        .. procedure.Waits.Select(w => $"  wait: {procedure.Definition.Find(w.ActivityId)!.Type} {w.Key}"),
    ];

    private static string FolderOf([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
