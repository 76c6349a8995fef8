using Procedures.Activities;
using Procedures.Catalog;

namespace Procedures.Commands;

/// <summary>What commands work with: the activity types, what the Organisation knows, and the clock.</summary>
/// <param name="Clock">Read once, for the day on which a procedure is opened when nobody names one.</param>
public sealed record Setting(ActivityCatalog Catalog, Institution Institution, TimeProvider Clock)
{
    /// <summary>
    /// All activity types, and the institution as the folder "workflows" here or beside the program tells it.
    /// </summary>
    public static Setting OfThisPlace()
    {
        var folder = InstitutionFolder.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
        var catalog = new ActivityCatalog([.. ElsaActivities.All, .. InstitutionActivities.All]);
        return new Setting(catalog, InstitutionFolder.Read(folder), TimeProvider.System)
        {
            Language = TerminalLanguage.Of(Environment.GetEnvironmentVariable),
        };
    }

    /// <summary>
    /// In which language help and mistakes are told, and sentences where a command does not name another.
    /// </summary>
    public Language Language { get; init; }

    /// <summary>Relative paths are looked up from here.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The path as the operating system finds it.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);
}
