using System.Text;
using Procedures.Definitions;
using Procedures.Mandates;
using Procedures.Storage;
using Procedures.Storage.Sqlite;

namespace Procedures.Commands;

/// <summary>Takes mandates from a file into the register, or gives the register out as a file.</summary>
public sealed class MandatesCommand(Setting setting) : Command
{
    private const string DefaultFolder = "data";
    private const string Actor = "procedures mandates import";
    private const string DatabaseName = "procedures.db";

    public override Usage Usage { get; } = new("mandates", "import FILE | export",
        ("Takes mandates from a file into the register, or prints the register, as CSV.",
            "Reprend au registre les mandats d'un fichier, ou imprime le registre, en CSV."))
    {
        LeastOperands = 1, MostOperands = 2,
        Options =
        [
            new("--data", "FOLDER", (
                $"The folder of the database {DatabaseName}; {DefaultFolder} when not given.",
                $"Le dossier de la base {DatabaseName} ; {DefaultFolder} sans cette option.")),
            new("--offices", "FILE", (
                "The offices and their rules; workflows/offices.json when not given.",
                "Les fonctions et leurs règles ; workflows/offices.json sans cette option.")),
            new("--language", "en|fr", ("The language of the sentences; the terminal's when not given.",
                "La langue des phrases ; celle du terminal sans cette option.")),
        ],
        Remarks =
        [
            ($"The first line names the columns: {string.Join(", ", MandateCsv.Headings)}. When one line is wrong, "
                    + "nothing is imported and every mistake is printed with its line. The host must be stopped.",
                $"La première ligne nomme les colonnes : {string.Join(", ", MandateCsv.Headings)}. Si une ligne est "
                    + "fausse, rien n'est importé et chaque erreur est imprimée avec sa ligne. Le serveur doit être arrêté."),
            ("Exit status 0, or 1 when a line is wrong, or 2 when a file or the database cannot be opened.",
                "Code de sortie 0, ou 1 si une ligne est fausse, ou 2 si un fichier ou la base ne peut être ouvert."),
        ],
        Examples = ["procedures mandates import mandates.csv", "procedures mandates export --data data > mandates.csv"],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        var isImport = line.Operands is ["import", _];
        if (!isImport && line.Operands is not ["export"])
            throw new UsageException((
                "mandates is followed by “import FILE” or by “export”.",
                "mandates est suivi de « import FICHIER » ou de « export »."));
        var csv = new MandateCsv(await OfficesAsync(line), setting.Institution.States);
        var sheet = isImport ? csv.Read(await ReadAsync(line.Operands[1])) : null;
        if (sheet is { IsWhole: true, Mandates.IsEmpty: true }) throw new UsageException((
            $"{line.Operands[1]} holds no mandate.", $"{line.Operands[1]} ne contient aucun mandat."));
        if (sheet is { IsWhole: false }) return await ReportAsync(sheet, line.Language, error);
        var folder = line.Value("--data") ?? DefaultFolder;
        var path = Path.Combine(setting.PathOf(folder), DatabaseName);
        if (!File.Exists(path))
            throw new UsageException((
                $"There is no database {DatabaseName} in the folder {folder}.",
                $"Il n'y a pas de base {DatabaseName} dans le dossier {folder}."));
        var reader = new DefinitionReader(setting.Catalog);
        try
        {
            await using var store = SqliteStore.Open(path, json => reader.Read(json).Definition
                ?? throw StoreRefusedException.Unreadable());
            if (sheet is null) await output.WriteAsync(MandateCsv.Write(await store.MandatesAsync()));
            else return await TakeInAsync(store, csv, sheet, line.Language, output, error);
            return ExitStatus.Fine;
        }
        catch (StoreRefusedException refusal)
        {
            await error.WriteLineAsync(refusal.Text.In(line.Language));
            return ExitStatus.Misused;
        }
    }

    private static async Task<int> TakeInAsync(
        SqliteStore store, MandateCsv csv, MandateSheet sheet, Language language, TextWriter output, TextWriter error)
    {
        var register = await store.MandatesAsync();
        var laid = csv.Over(sheet, register);
        if (!laid.IsWhole) return await ReportAsync(laid, language, error);
        var known = register.ToDictionary(m => m.Key, StringComparer.Ordinal);
        await store.ChangeMandatesAsync(MandateChanges.Of(laid, known, Actor, DateTimeOffset.UtcNow));
        await output.WriteLineAsync(language == Language.French
            ? $"{sheet.Mandates.Length} mandat{(sheet.Mandates.Length > 1 ? "s" : "")} repris"
            : $"{sheet.Mandates.Length} mandate{(sheet.Mandates.Length == 1 ? "" : "s")} taken in");
        return ExitStatus.Fine;
    }

    private static async Task<int> ReportAsync(MandateSheet sheet, Language language, TextWriter error)
    {
        foreach (var problem in sheet.Problems)
            await error.WriteLineAsync(
                $"{problem.Line}{(problem.Column.Length > 0 ? $" {problem.Column}" : "")}"
                + $"{(language == Language.French ? " :" : ":")} {problem.Text.In(language)}");
        await error.WriteLineAsync(language == Language.French
            ? "Rien n'a été importé." : "Nothing was imported.");
        return ExitStatus.Failed;
    }

    private async Task<Offices> OfficesAsync(CommandLine line)
    {
        var path = line.Value("--offices") is { } given ? setting.PathOf(given)
            : Path.Combine(InstitutionFolder.Find(setting.Folder, AppContext.BaseDirectory)
                ?? throw new UsageException((
                    "There is no folder workflows here; name the file with --offices.",
                    "Il n'y a pas de dossier workflows ici ; nommez le fichier avec --offices.")), "offices.json");
        try
        {
            return Offices.Read(await ReadAsync(path), setting.Institution.Members);
        }
        catch (System.Text.Json.JsonException problem)
        {
            throw new UsageException((
                problem.Message, $"{path} : {problem.Message}"), problem);
        }
    }

    private async Task<string> ReadAsync(string path)
    {
        var file = await TextFile.ReadAsync(setting.PathOf(path), path);
        return file.Content is { } content ? Encoding.UTF8.GetString(content)
            : throw new UsageException((
                $"{path} {file.Problem?.English}.", $"{path} {file.Problem?.French}."));
    }
}
