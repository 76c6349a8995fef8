using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Procedures;

/// <summary>Files that an operator has named or edited: what is wrong with one is said with its name.</summary>
public static class OwnFiles
{
    /// <summary>The text of a JSON file of the folder of definitions.</summary>
    /// <exception cref="HostRefusedException">It is missing, cannot be read, or is not JSON.</exception>
    public static string Json(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            throw new HostRefusedException((
                $"The folder {folder} has no {file}; name another one with --workflows.",
                $"Le dossier {folder} n'a pas de {file} ; nommez-en un autre avec --workflows."));
        return Understood(path, () =>
        {
            var text = File.ReadAllText(path);
            using var document = JsonDocument.Parse(text);
            return text;
        });
    }

    /// <summary>Makes something of what stands in a file.</summary>
    /// <param name="what">The file, as its operator knows it.</param>
    /// <exception cref="HostRefusedException">It does not say what it must.</exception>
    public static T Understood<T>(string what, Func<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is JsonException or FormatException or KeyNotFoundException
            or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new HostRefusedException((
                $"{what} cannot be read: {problem.Message}", $"{what} ne peut être lu : {problem.Message}"), problem);
        }
    }

    /// <summary>Opens the embedded database.</summary>
    /// <exception cref="HostRefusedException">The disk or the file does not allow it.</exception>
    public static T OpenDatabase<T>(string file, Func<string, T> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        try
        {
            return open(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new HostRefusedException((
                $"The database {file} cannot be opened: {problem.Message} This account must be able to write to its "
                    + "folder; --data names another one.",
                $"La base de données {file} ne peut être ouverte : {problem.Message} Ce compte doit pouvoir écrire dans "
                    + "son dossier ; --data en nomme un autre."), problem);
        }
    }
}
