using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Rehearsal;

namespace Procedures.Execution;

/// <summary>The definitions that are delivered, with the institution that they are made for.</summary>
internal sealed class OwnDefinitions
{
    private readonly Dictionary<string, Definition> _byId = [];

    public OwnDefinitions()
    {
        Folder = FolderAbove(AppContext.BaseDirectory);
        Catalog = new ActivityCatalog([.. ElsaActivities.All, .. InstitutionActivities.All]);
        Institution = InstitutionJson.Read(Text("bodies.json"), Text("states.json"),
            Calendar.Read(Text("calendars/part-sessions.json"), Text("calendars/holidays.json")));
        Engine = new Engine(Catalog, Institution);
        foreach (var id in All)
            _byId[id] = new DefinitionReader(Catalog).Read(Text(id + ".json")).Definition!;
    }

    /// <summary>The ids of the delivered definitions.</summary>
    public static string[] All { get; } =
        ["judge-election", "assembly-ballot", "cpt-member-election", "cpt-lengths", "cpt-lots",
            "commissioner-election"];

    public string Folder { get; }
    public ActivityCatalog Catalog { get; }
    public Institution Institution { get; }
    public Engine Engine { get; }
    public Definition? Find(string id) => _byId.GetValueOrDefault(id);
    public Definition? ByHash(string hash) => _byId.Values.FirstOrDefault(d => d.Hash == hash);
    public Definition Judge => _byId["judge-election"];

    public RehearsedYear JudgeElection(AnswerScript script, DateOnly? until = null)
    {
        var inputs = Value.MapOf(("State", Value.Of("EE")), ("TermEnds", Value.Of("2020-01-03")));
        var rehearsal = new Rehearsal.Rehearsal(Engine, Find);
        return rehearsal.Run(Judge, inputs, script,
            rehearsal.StartInTime(Judge, inputs, new DateOnly(2018, 1, 1)), until: until);
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static string FolderAbove(string place)
    {
        for (var folder = new DirectoryInfo(place); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "workflows", "bodies.json")))
                return Path.Combine(folder.FullName, "workflows");
        throw new DirectoryNotFoundException("The folder workflows is not above the tests.");
    }
}
