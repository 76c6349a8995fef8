using System.Text.Json.Nodes;
using Procedures.Activities;
using Procedures.Catalog;

namespace Procedures.Commands;

/// <summary>
/// A terminal in a folder of its own: what a command prints, what it complains about, and its exit status.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procedures-");
    private readonly CommandTable _commands;

    public Terminal(Language language = Language.English)
    {
        Workflows = InstitutionFolder.Find(AppContext.BaseDirectory)!;
        _commands = new CommandTable(new Setting(
            new ActivityCatalog([.. ElsaActivities.All, .. InstitutionActivities.All]),
            InstitutionFolder.Read(Workflows), new StoppedClock()) { Folder = _folder.FullName, Language = language });
    }

    /// <summary>The delivered folder of definitions.</summary>
    public string Workflows { get; }
    public string JudgeElection => Path.Combine(Workflows, "judge-election.json");
    public string Output { get; private set; } = "";
    public string Error { get; private set; } = "";
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public async Task<int> RunAsync(params string[] arguments)
    {
        await using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var status = await _commands.RunAsync(arguments, output, error);
        (Output, Error) = (output.ToString(), error.ToString());
        return status;
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
        return name;
    }

    /// <summary>A definition whose root is a sequence.</summary>
    public string WriteSequence(string name, params JsonObject[] activities) => Write(name, new JsonObject
    {
        ["definitionId"] = Path.GetFileNameWithoutExtension(name), ["name"] = name, ["version"] = 1,
        ["inputs"] = new JsonArray(
            new JsonObject { ["type"] = "String", ["name"] = "Name" },
                new JsonObject { ["type"] = "Int32", ["name"] = "Count" }),
        ["root"] = new JsonObject { ["id"] = "list", ["type"] = "Elsa.Sequence",
            ["activities"] = new JsonArray([.. activities]) },
    }.ToJsonString());

    public static JsonObject Activity(string type, string id,
        params (string Member, string Kind, string Value)[] inputs)
    {
        var json = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (member, kind, value) in inputs)
            json[member] = new JsonObject { ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value } };
        return json;
    }

    public static JsonObject Say(string text, string kind = "Literal") =>
        Activity("Elsa.WriteLine", "say" + text.Length, ("text", kind, text));

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    }
}
