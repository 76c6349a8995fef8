using System.Collections.Frozen;
using System.Reflection;

namespace Procedures.Storage;

/// <summary>The SQL statements that stand in a store's .sql files, by file and name: "steps.load".</summary>
internal sealed class SqlTexts
{
    private const string NameMark = "-- name: ";
    private readonly FrozenDictionary<string, string> _all;

    /// <param name="folder">Where the files are embedded, with the slash at the end.</param>
    public SqlTexts(string folder) => _all = FilesOf(folder)
        .SelectMany(resource => Blocks(resource[folder.Length..], ReadFile(resource)))
        .ToFrozenDictionary(block => block.Name, block => block.Sql, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">There is no such statement.</exception>
    public string Of(string name) => _all.TryGetValue(name, out var sql)
        ? sql
        : throw new InvalidOperationException($"There is no SQL statement {name}.");

    /// <summary>The embedded files of a folder in the order of their names.</summary>
    public static IEnumerable<string> FilesOf(string folder) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of an embedded file.</summary>
    public static string ReadFile(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<(string Name, string Sql)> Blocks(string file, string text) =>
        text.Split(NameMark, StringSplitOptions.RemoveEmptyEntries).Select(block =>
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            return ($"{file}.{block[..end].Trim()}", block[end..].Trim());
        });
}
