using Procedures.Catalog;

namespace Procedures.Commands;

/// <summary>What commands work with: the activity types, what the Organisation knows, and the clock.</summary>
/// <param name="Clock">Read once, for the day on which a procedure is opened when nobody names one.</param>
public sealed record Setting(ActivityCatalog Catalog, Institution Institution, TimeProvider Clock)
{
    /// <summary>A path that does not exist where the command is called is looked for here as well.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The path as the operating system finds it.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);
}
