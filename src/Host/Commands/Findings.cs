using Procedures.Definitions;

namespace Procedures.Commands;

/// <summary>How findings are written on a terminal.</summary>
public static class Findings
{
    /// <summary>
    /// "error x.json:$.root.activities[3] (task4): sentence"; a file that is refused counts as an error.
    /// </summary>
    public static string Line(string file, Finding finding, Language language)
    {
        Bilingual word = finding.Severity == FindingSeverity.Warning ? ("warning", "avertissement")
            : ("error", "erreur");
        var activity = finding.ActivityId is null ? "" : $" ({finding.ActivityId})";
        var colon = language == Language.French ? " :" : ":";
        return $"{word.In(language)} {file}:{finding.Place}{activity}{colon} {finding.Message.In(language)}";
    }

    /// <summary>Writes what could not be opened or read; false when the first file cannot be used.</summary>
    public static async Task<bool> ReportAsync(
        DefinitionShelf shelf, TextWriter error, Language language = Language.English)
    {
        foreach (var file in shelf.Unreadable) await error.WriteLineAsync($"{file.Path} {file.Problem?.In(language)}.");
        foreach (var file in shelf.Files)
            foreach (var finding in file.Reading.Findings)
                await error.WriteLineAsync(Line(file.Path, finding, language));
        return shelf.Unreadable.IsEmpty && !shelf.Files.Any(f => f.Reading.IsRefused);
    }
}
