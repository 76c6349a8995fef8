using System.Collections.Immutable;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Bench;

/// <summary>What is measured: the election of a judge for Estonia, with the ballot as its child.</summary>
internal sealed class Subject
{
    private readonly Dictionary<string, Definition> _definitions;

    public Subject(string root)
    {
        string Text(string path) => File.ReadAllText(Path.Combine(root, "workflows", path));
        var calendar = Calendar.Read(Text("calendars/part-sessions.json"), Text("calendars/holidays.json"));
        Catalog = new ActivityCatalog([.. ElsaActivities.All, .. InstitutionActivities.All]);
        Engine = new Engine(Catalog, InstitutionJson.Read(Text("bodies.json"), Text("states.json"), calendar));
        Documents = [.. new[] { "judge-election", "assembly-ballot" }.Select(name => Text(name + ".json"))];
        _definitions = Documents.Select(json => new DefinitionReader(Catalog).Read(json).Definition!)
            .ToDictionary(d => d.DefinitionId);
    }

    public ActivityCatalog Catalog { get; }
    public Engine Engine { get; }

    /// <summary>The definitions as they stand in their files.</summary>
    public ImmutableArray<string> Documents { get; }
    public Definition JudgeElection => _definitions["judge-election"];

    public Definition? FindByHash(string hash) => _definitions.Values.FirstOrDefault(d => d.Hash == hash);

    public RehearsedYear Rehearse()
    {
        var inputs = Value.MapOf(("State", Value.Of("EE")), ("TermEnds", Value.Of("2020-01-03")));
        return new Rehearsal.Rehearsal(Engine, _definitions.GetValueOrDefault)
            .Run(JudgeElection, inputs, AnswerScript.Empty, new DateOnly(2018, 8, 16));
    }
}
