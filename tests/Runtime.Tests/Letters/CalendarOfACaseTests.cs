using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Rehearsal;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Letters;

/// <summary>The calendar entries of whole past cases, as two readers that are not ours see them.</summary>
public sealed class CalendarOfACaseTests
{
    private static readonly string Workflows =
        Path.GetFullPath(Path.Combine(Python.Here(), "..", "..", "..", "workflows"));

    [Theory]
    [InlineData("judges.json", "J-HR-2012")]
    [InlineData("judges.json", "J-BA-2012")]
    [InlineData("commissioner.json", "CHR-INV-no-other")]
    public async Task Entries_move_and_fall_under_one_identity_and_lie_on_their_day(string file, string id)
    {
        var letters = (await LettersAsync(file, id)).Where(l => l.Calendar is not null).ToArray();
        Assert.True(letters.Length > 10, $"only {letters.Length} entries");
        using var folder = new Folder();
        for (var i = 0; i < letters.Length; i++)
        {
            var calendar = RehearsedLetters.MessageOf(letters[i]).Calendar!;
            await File.WriteAllTextAsync(
                Path.Combine(folder.Path, $"{i:0000}.ics"), CalendarWriter.Write(calendar.Entry, calendar.Method));
        }

        var (first, second) = (await Python.Read(folder.Path), await SecondReader.Read(folder.Path));

        var known = new Dictionary<string, (int Sequence, string Start, bool Cancelled)>(StringComparer.Ordinal);
        var (moved, cancelled) = (0, 0);
        for (var i = 0; i < letters.Length; i++)
        {
            var entry = Entry.Of(first[$"{i:0000}.ics"]);
            Assert.Equal(entry, Entry.Of(second[$"{i:0000}.ics"]));
            var stored = StoredCalendarEntry.Read(letters[i].Calendar!);
            Assert.Equal($"{stored.Day:yyyy-MM-dd}", entry.Start);
            Assert.Equal($"{stored.Day.AddDays(1):yyyy-MM-dd}", entry.End);
            Assert.Equal(entry.Method == "CANCEL", entry.Status == "CANCELLED");
            var key = $"{entry.Uid} {letters[i].Body}";
            if (known.TryGetValue(key, out var before))
            {
                Assert.True(entry.Sequence >= before.Sequence, $"{key}: {before.Sequence}, then {entry.Sequence}");
                // A calendar ignores what is not newer: another day or an end needs a higher number.
                if (entry.Start != before.Start || entry.Method == "CANCEL" != before.Cancelled)
                    Assert.True(entry.Sequence > before.Sequence, $"{key}: {before.Start}, then {entry.Start}");
                if (entry.Start != before.Start) moved++;
            }
            if (entry.Method == "CANCEL") cancelled++;
            known[key] = (entry.Sequence, entry.Start, entry.Method == "CANCEL");
        }
        Assert.True(moved + cancelled > 0 || id == "J-BA-2012", "nothing moved and nothing fell");
    }

    private static async Task<ImmutableArray<StoredLetter>> LettersAsync(string file, string id)
    {
        var catalog = new ActivityCatalog([.. ElsaActivities.All, .. InstitutionActivities.All]);
        string Text(params string[] parts) => File.ReadAllText(Path.Combine([Workflows, .. parts]));
        var institution = InstitutionJson.Read(Text("bodies.json"), Text("states.json"),
            Calendar.Read(Text("calendars", "part-sessions.json"), Text("calendars", "holidays.json")));
        Definition? Find(string name) => File.Exists(Path.Combine(Workflows, name + ".json"))
            ? new DefinitionReader(catalog).Read(Text(name + ".json")).Definition : null;
        var scenario = ScenarioReader.Read(Text("scenarios", file)).Single(s => s.Id == id);
        var definition = Find(Path.GetFileNameWithoutExtension(scenario.Definition))!;
        var (year, _) = new Replay(new Engine(catalog, institution), Find).Play(scenario, definition);
        return await new RehearsedLetters(LetterTemplates.BuiltIn(), institution).WriteAsync(year);
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("calendars-").FullName;
        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    private sealed record Entry(string Method, string Uid, int Sequence, string Start, string End, string Status)
    {
        public static Entry Of(JsonElement calendar)
        {
            var seen = Assert.Single(calendar.GetProperty("events").EnumerateArray());
            string T(string name) => seen.GetProperty(name).GetString()!;
            return new Entry(calendar.GetProperty("method").GetString()!, T("uid"), seen.GetProperty("sequence")
                .GetInt32(),
                T("start"), T("end"), T("status"));
        }
    }
}
