using Procedures.Definitions;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Storage.Postgres;
using Procedures.Storage.Sqlite;

namespace Procedures.Commands;

/// <summary>Checks the hash chains of all journals of a database.</summary>
public sealed class VerifyCommand(Setting setting) : Command
{
    private const string DefaultFolder = "data";
    private const string DatabaseName = "procedures.db";

    public override Usage Usage { get; } = new("verify", "",
        ("Checks that no journal was changed, shortened or lengthened since it was written.",
            "Vérifie qu'aucun journal n'a été modifié, raccourci ou allongé depuis son écriture."))
    {
        Options =
        [
            new("--data", "FOLDER", (
                $"The folder of the database {DatabaseName}; {DefaultFolder} when not given.",
                $"Le dossier de la base {DatabaseName} ; {DefaultFolder} sans cette option.")),
            new("--database", "CONNECTION", (
                "A PostgreSQL database instead; PROCEDURES_DATABASE when neither is given.",
                "Une base PostgreSQL à la place ; PROCEDURES_DATABASE sans l'une ni l'autre option.")),
            new("--language", "en|fr", ("The language of the sentences; the terminal's when not given.",
                "La langue des phrases ; celle du terminal sans cette option.")),
        ],
        Remarks =
        [
            ("Prints one line for each broken journal and one seal over all of them. Keep the seal elsewhere: compared "
                    + "with a copy of the same day it shows that nothing was cut off. With SQLite the host must be "
                    + "stopped; on PostgreSQL hosts may go on working.",
                "Imprime une ligne par journal rompu et un sceau sur l'ensemble. Conservez le sceau ailleurs : comparé à "
                    + "une copie du même jour, il montre que rien n'a été coupé. Avec SQLite, le serveur doit être "
                    + "arrêté ; sur PostgreSQL, les serveurs peuvent continuer."),
            ("Exit status 0, or 1 when a journal is broken, or 2 when there is no database or a host works on it.",
                "Code de sortie 0, ou 1 si un journal est rompu, ou 2 s'il n'y a pas de base ou qu'un serveur l'utilise."),
        ],
        Examples = ["procedures verify --data /var/lib/procedures"],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        try
        {
            return DatabaseOf(line) is { } database
                ? await VerifyPostgresAsync(database, line.Language, output)
                : await VerifyFileAsync(line, output);
        }
        catch (StoreRefusedException refusal)
        {
            await error.WriteLineAsync(refusal.Text.In(line.Language));
            return ExitStatus.Misused;
        }
    }

    private static string? DatabaseOf(CommandLine line)
    {
        if (line.Has("--database") && line.Has("--data")) throw new UsageException((
            "verify takes --data or --database, not both.", "verify prend --data ou --database, pas les deux."));
        if (line.Value("--database") is { } named) return named;
        var given = Environment.GetEnvironmentVariable("PROCEDURES_DATABASE");
        return line.Value("--data") is null && given is not null && PostgresAddress.IsMeantBy(given) ? given : null;
    }

    private static async Task<int> VerifyPostgresAsync(string database, Language language, TextWriter output)
    {
        await using var journals = await PostgresJournals.OpenAsync(PostgresAddress.Read(database));
        return await ReportAsync(await new Verifier(journals).VerifyAsync(), language, output);
    }

    private async Task<int> VerifyFileAsync(CommandLine line, TextWriter output)
    {
        var (folder, language) = (line.Value("--data") ?? DefaultFolder, line.Language);
        var path = Path.Combine(setting.PathOf(folder), DatabaseName);
        if (!File.Exists(path))
            throw new UsageException((
                $"There is no database {DatabaseName} in the folder {folder}.",
                $"Il n'y a pas de base {DatabaseName} dans le dossier {folder}."));
        var reader = new DefinitionReader(setting.Catalog);
        await using var store = SqliteStore.Open(path, json => reader.Read(json).Definition
            ?? throw StoreRefusedException.Unreadable());
        return await ReportAsync(await new Verifier(store).VerifyAsync(), language, output);
    }

    private static async Task<int> ReportAsync(Verification verification, Language language, TextWriter output)
    {
        foreach (var breach in verification.Breaches)
            await output.WriteLineAsync($"{breach.ProcedureId} {breach.Number}: {breach.Why.In(language)}");
        await output.WriteLineAsync(language == Language.English
            ? $"{verification.Procedures} procedures, {verification.Entries} entries, {verification.Breaches.Length} broken"
            : $"{verification.Procedures} procédures, {verification.Entries} entrées, {verification.Breaches.Length} rompue(s)");
        await output.WriteLineAsync($"{(language == Language.English ? "seal:" : "sceau :")} {verification.Seal}");
        return verification.IsWhole ? ExitStatus.Fine : ExitStatus.Failed;
    }
}
