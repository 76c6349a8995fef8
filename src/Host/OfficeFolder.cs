using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Procedures.Mandates;

namespace Procedures;

/// <summary>The offices and their rules as the folder of definitions gives them.</summary>
public static class OfficeFolder
{
    private const string FileName = "offices.json";
    private static readonly string[] PlannedFrom =
        [FileName, "calendars/part-sessions.json", "calendars/holidays.json"];

    /// <summary>Reads offices.json; a folder without it has no offices.</summary>
    /// <param name="members">The codes of the present member states.</param>
    /// <exception cref="HostRefusedException">The file cannot be read.</exception>
    public static Offices Read(string folder, IEnumerable<string> members)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return Offices.None;
        try
        {
            return Offices.Read(File.ReadAllText(path), members);
        }
        catch (JsonException problem)
        {
            throw new HostRefusedException((
                $"{path} cannot be read: {problem.Message}", $"{path} ne peut être lu : {problem.Message}"), problem);
        }
    }

    /// <summary>Changes whenever a file changes from which the start of procedures is planned.</summary>
    public static string Fingerprint(string folder)
    {
        var text = string.Join('\n', PlannedFrom.Select(file => Path.Combine(folder, file)).Where(File.Exists)
            .Select(File.ReadAllText));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
