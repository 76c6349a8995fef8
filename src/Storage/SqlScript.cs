using System.Collections.Immutable;
using System.Globalization;

namespace Procedures.Storage;

/// <summary>A numbered script that brings a database one version further.</summary>
internal sealed record SqlScript(int Version, string Name, string Sql)
{
    /// <summary>The scripts of a folder in their order.</summary>
    public static ImmutableArray<SqlScript> AllOf(string folder) =>
        [.. SqlTexts.FilesOf(folder).Select(resource => new SqlScript(
            int.Parse(resource.AsSpan(folder.Length, 4), CultureInfo.InvariantCulture), resource[folder.Length..],
            SqlTexts.ReadFile(resource)))];
}
