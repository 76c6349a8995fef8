using Procedures.Definitions;
using Procedures.Practice;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Storage.Postgres;
using Procedures.Storage.Sqlite;

namespace Procedures.Commands;

/// <summary>Moves a SQLite database into PostgreSQL.</summary>
public sealed class MoveCommand(Setting setting) : Command
{
    public override Usage Usage { get; } = new("move", "",
        ("Copies a SQLite database into an empty PostgreSQL database and compares both.",
            "Copie une base SQLite dans une base PostgreSQL vide et compare les deux."))
    {
        Options =
        [
            new("--from", "FILE", ("The SQLite database, such as data/procedures.db.",
                "La base SQLite, par exemple data/procedures.db.")),
            new("--to", "CONNECTION", (
                "Host=…;Database=… or postgres://…; PROCEDURES_DATABASE when not given.",
                "Host=…;Database=… ou postgres://… ; PROCEDURES_DATABASE sans cette option.")),
            new("--language", "en|fr", ("The language of the sentences; the terminal's when not given.",
                "La langue des phrases ; celle du terminal sans cette option.")),
        ],
        Remarks =
        [
            ("The host must be stopped. The file is only read. All tables are copied in one transaction; the number of "
                    + "rows and the hash chain of every journal are compared before it counts.",
                "Le serveur doit être arrêté. Le fichier n'est que lu. Toutes les tables sont copiées en une "
                    + "transaction ; le nombre de lignes et la chaîne de chaque journal sont comparés avant qu'elle vaille."),
            ("A password is safer in PROCEDURES_DATABASE than on the command line.",
                "Un mot de passe est plus sûr dans PROCEDURES_DATABASE que sur la ligne de commande."),
            ("Exit status 0, or 1 when the copy is not whole and nothing was kept, or 2 when it could not begin.",
                "Code de sortie 0, ou 1 si la copie est incomplète et rien n'est conservé, ou 2 si elle n'a pu commencer."),
        ],
        Examples = ["procedures move --from data/procedures.db --to \"Host=db;Database=procedures;Username=procedures\""],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        var from = line.Value("--from") ?? throw new UsageException((
            "move needs --from FILE.", "move demande --from FICHIER."));
        var to = line.Value("--to") ?? Environment.GetEnvironmentVariable("PROCEDURES_DATABASE")
            ?? throw new UsageException((
                "move needs --to CONNECTION.", "move demande --to CONNEXION."));
        var file = setting.PathOf(from);
        if (!File.Exists(file)) throw new UsageException((
            $"There is no database {from}.", $"Il n'y a pas de base {from}."));
        if (!PostgresAddress.IsMeantBy(to)) throw new UsageException((
            "--to does not name a PostgreSQL database.", "--to ne désigne pas une base PostgreSQL."));
        try
        {
            return await MoveAsync(file, PostgresAddress.Read(to), line.Language, output, error);
        }
        catch (Exception refusal) when (refusal is StoreRefusedException or Npgsql.NpgsqlException)
        {
            await error.WriteLineAsync(refusal is SpokenException spoken
                ? spoken.Text.In(line.Language) : refusal.Message);
            return ExitStatus.Misused;
        }
    }

    private async Task<int> MoveAsync(
        string file, PostgresAddress to, Language language, TextWriter output, TextWriter error)
    {
        var reader = new DefinitionReader(setting.Catalog);
        // Opened as a host opens it: it is brought up to this program, and no other host works on it meanwhile.
        await using var source = SqliteStore.Open(file, json => reader.Read(json).Definition
            ?? throw StoreRefusedException.Unreadable());
        if (await PracticeMark.FindAsync(source) is not null)
            throw new StoreRefusedException((
                $"{file} holds a practice, and no real procedures. Nothing was copied.",
                $"{file} contient un exercice, et aucune vraie procédure. Rien n'a été copié."));
        var before = await new Verifier(source).VerifyAsync();
        if (!before.IsWhole)
        {
            await error.WriteLineAsync(language == Language.French
                ? $"Les journaux de {file} ne sont pas intacts ; « procedures verify » dit lesquels. Rien n'a été copié."
                : $"The journals of {file} are not whole; “procedures verify” says which. Nothing was copied.");
            return ExitStatus.Failed;
        }
        var tables = await SqliteMove.RunAsync(file, to, async copied =>
        {
            var after = await new Verifier(copied).VerifyAsync();
            return after.IsWhole && after.Seal == before.Seal
                ? null
                : new Bilingual(
                    "The copied journals are not those of the file. Nothing was kept.",
                    "Les journaux copiés ne sont pas ceux du fichier. Rien n'a été conservé.");
        });
        foreach (var table in tables) await output.WriteLineAsync($"{table.Name,-24}{table.Rows,10}");
        await output.WriteLineAsync(language == Language.French
            ? $"copié vers {to.Shown} : {before.Procedures} procédures, {before.Entries} entrées"
            : $"moved to {to.Shown}: {before.Procedures} procedures, {before.Entries} entries");
        await output.WriteLineAsync($"{(language == Language.French ? "sceau :" : "seal:")} {before.Seal}");
        return ExitStatus.Fine;
    }
}
