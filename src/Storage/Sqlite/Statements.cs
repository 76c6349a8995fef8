using System.Collections.Frozen;
using System.Reflection;

namespace Procedures.Storage.Sqlite;

/// <summary>The SQL statements that stand in the .sql files, by file and name: "steps.load".</summary>
internal static class Statements
{
    private const string Folder = "sqlite/statements/";
    private const string NameMark = "-- name: ";
    private static readonly FrozenDictionary<string, string> All = ReadAll();

    /// <exception cref="InvalidOperationException">There is no such statement.</exception>
    public static string Of(string name) => All.TryGetValue(name, out var sql)
        ? sql
        : throw new InvalidOperationException($"There is no SQL statement {name}.");

    /// <summary>The text of an embedded file.</summary>
    public static string ReadFile(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static FrozenDictionary<string, string> ReadAll() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .SelectMany(resource => Blocks(resource[Folder.Length..], ReadFile(resource)))
            .ToFrozenDictionary(block => block.Name, block => block.Sql, StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Sql)> Blocks(string file, string text) =>
        text.Split(NameMark, StringSplitOptions.RemoveEmptyEntries).Select(block =>
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            return ($"{file}.{block[..end].Trim()}", block[end..].Trim());
        });
}
