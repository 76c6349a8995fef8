using System.Collections.Frozen;
using Procedures.Activities;
using Procedures.Deadlines;

namespace Procedures.Commands;

/// <summary>
/// Finds the folder "workflows" and reads from it what the Organisation knows: calendars, bodies, states.
/// </summary>
public static class InstitutionFolder
{
    private const string Name = "workflows";

    /// <summary>The folder in or above one of the places, or null.</summary>
    public static string? Find(params IEnumerable<string> places) =>
        places.SelectMany(Above).Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "bodies.json")));

    /// <summary>
    /// What the files of the folder say; without a folder the delivered bodies and a projected calendar.
    /// </summary>
    /// <exception cref="FormatException">A calendar file cannot be read.</exception>
    /// <exception cref="System.Text.Json.JsonException">A list of bodies or states cannot be read.</exception>
    public static Institution Read(string? folder)
    {
        if (folder is null)
            return new Institution(Calendar.Empty, Bodies.ByCode, FrozenDictionary<string, Bilingual>.Empty);
        var calendar = Calendar.Read(
            Text(folder, "calendars", "part-sessions.json"), Text(folder, "calendars", "holidays.json"));
        return InstitutionJson.Read(Text(folder, "bodies.json"), Text(folder, "states.json"), calendar);
    }

    private static string Text(params string[] parts) => File.ReadAllText(Path.Combine(parts));

    private static IEnumerable<string> Above(string place)
    {
        for (var folder = new DirectoryInfo(place); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
