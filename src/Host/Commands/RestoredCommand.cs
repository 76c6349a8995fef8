using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Storage.Postgres;

namespace Procedures.Commands;

/// <summary>Makes a database that was restored from a copy safe to work on: nothing that may have left leaves again.</summary>
/// <remarks>
/// Two kinds of letters may have left since the copy was made: those that were waiting in it, and those that work which
/// fell due since then writes once more. So that work is done first, without a postman, and then nothing is pending.
/// </remarks>
public sealed class RestoredCommand(Setting setting) : Command
{
    private const int Batch = 100;
    private const int Stretch = 500;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How many numbers of each kind of procedure are left out: more than were opened since the copy.</summary>
    private const int LeftOut = 100;

    private static readonly Bilingual Reason = (
        "The database was restored from a copy. The letter may have left since the copy was made.",
        "La base de données a été restaurée d’une copie. La lettre est peut-être partie depuis la copie.");

    public override Usage Usage { get; } = new("restored", "",
        ("After a database was restored from a copy: catches up on what was due and sends no letter by itself.",
            "Après la restauration d'une copie : rattrape les échéances passées et n'envoie aucune lettre de lui-même."))
    {
        Options =
        [
            new("--data", "FOLDER", ("The data folder of the host; data when not given.",
                "Le dossier de données du serveur ; data sans cette option.")),
            new("--workflows", "FOLDER", ("The folder of the definitions, as the host is given it.",
                "Le dossier des définitions, comme il est donné au serveur.")),
            new("--language", "en|fr", ("The language of the sentences; the terminal's when not given.",
                "La langue des phrases ; celle du terminal sans cette option.")),
        ],
        Remarks =
        [
            ("No host may work on the database. The database is the one that a host would open: PROCEDURES_DATABASE, or "
                    + "procedures.db in the data folder. Run “procedures verify” before.",
                "Aucun serveur ne doit utiliser la base. C'est celle qu'un serveur ouvrirait : PROCEDURES_DATABASE, ou "
                    + "procedures.db dans le dossier de données. Lancez d'abord « procedures verify »."),
            ("What fell due since the copy was made is done now, and every letter that would leave becomes “not known”: "
                    + "it may have left already. A clerk decides on the page of letters, with the log of the mail server "
                    + "in hand, whether it is sent.",
                "Ce qui est venu à échéance depuis la copie est fait maintenant, et toute lettre qui partirait devient "
                    + "« sort inconnu » : elle est peut-être déjà partie. Une personne décide sur la page des lettres, le "
                    + "journal du serveur de messagerie en main, si elle est envoyée."),
            ("What people recorded since the copy is lost and must be recorded again. New procedures leave out "
                    + $"{LeftOut} numbers, for those that are lost may have written letters.",
                "Ce qui a été saisi depuis la copie est perdu et doit être saisi de nouveau. Les nouvelles procédures "
                    + $"sautent {LeftOut} numéros, car celles qui sont perdues ont pu écrire des lettres."),
            ("Exit status 0, or 2 when the database cannot be opened.",
                "Code de sortie 0, ou 2 si la base ne peut être ouverte."),
        ],
        Examples = ["procedures restored --data /var/lib/procedures"],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        RequireDatabase(line);
        string[] host =
        [
            $"--data={setting.PathOf(line.Value("--data") ?? "data")}", "--samples=false",
            .. line.Value("--workflows") is { } folder ? new[] { $"--workflows={setting.PathOf(folder)}" } : [],
        ];
        try
        {
            // Built and never started: everything of the host, and nobody who sends.
            await using var app = WebProgram.Build(host);
            var (due, letters) = await SettleAsync(app.Services);
            await output.WriteLineAsync(line.Language == Language.English
                ? $"{due} pieces of work that were due are done; {letters} letters are not known now: see /en/letters"
                : $"{due} tâches échues sont faites ; {letters} lettres sont maintenant au sort inconnu : voir /fr/letters");
            return ExitStatus.Fine;
        }
        catch (Exception refusal) when (refusal is StoreRefusedException or HostRefusedException or Npgsql.NpgsqlException)
        {
            await error.WriteLineAsync(refusal is SpokenException spoken
                ? spoken.Text.In(line.Language) : refusal.Message);
            return ExitStatus.Misused;
        }
    }

    // A host makes the database that it does not find; here the folder is then the wrong one.
    private void RequireDatabase(CommandLine line)
    {
        var named = Environment.GetEnvironmentVariable("ConnectionStrings__Procedures");
        if (string.IsNullOrEmpty(named)) named = Environment.GetEnvironmentVariable("PROCEDURES_DATABASE");
        if (!string.IsNullOrEmpty(named) && PostgresAddress.IsMeantBy(named)) return;
        var folder = line.Value("--data") ?? "data";
        var path = string.IsNullOrEmpty(named)
            ? Path.Combine(setting.PathOf(folder), "procedures.db") : Path.GetFullPath(named);
        if (!File.Exists(path)) throw new UsageException((
            $"There is no database {path}: nothing was restored.",
            $"Il n'y a pas de base {path} : rien n'a été rétabli."));
    }

    private static async Task<(int Due, int Letters)> SettleAsync(IServiceProvider parts)
    {
        var (store, clock) = (parts.GetRequiredService<IProcedureStore>(), parts.GetRequiredService<TimeProvider>());
        var letters = await store.AbandonAttemptsAsync(Reason, clock.GetUtcNow());
        letters += await HoldAsync(store, clock);
        await parts.GetRequiredService<StartWork>().DoneAsync(CancellationToken.None);
        var conductor = parts.GetRequiredService<Conductor>();
        var due = 0;
        await LeaveOutNumbersAsync(store);
        var end = clock.GetUtcNow() + Patience;
        do
        {
            for (int done; (done = await conductor.DoDueWorkAsync(Batch)) > 0;) due += done;
        }
        while (await ComesSoonAsync(store, clock, end));
        return (due, letters + await HoldAsync(store, clock));
    }

    // A short delay that begins while this catches up had passed before the copy was restored: what follows it has
    // happened once, and must not happen again when the first host starts.
    private static async Task<bool> ComesSoonAsync(IProcedureStore store, TimeProvider clock, DateTimeOffset end)
    {
        if (await store.NextMomentAsync() is not { } next || next > clock.GetUtcNow() + Soon || next > end) return false;
        if (next - clock.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, clock);
        return clock.GetUtcNow() < end;
    }

    // A procedure that was opened since the copy is lost, but its letters may be with governments: another one under the
    // same id would write letters with the same Message-IDs, which mail servers take for the ones they have.
    private static async Task LeaveOutNumbersAsync(IProcedureStore store)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var from = 0; ; from += Stretch)
        {
            var page = await store.ProceduresAsync(ProcedureFilter.All, new PageRequest(from, Stretch));
            stems.UnionWith(page.Items.Where(row => row.Id.Contains('-', StringComparison.Ordinal)
                && !row.Id.Contains('.', StringComparison.Ordinal)).Select(row => row.Id[..row.Id.LastIndexOf('-')]));
            if (page.Items.Length < Stretch) break;
        }
        foreach (var stem in stems)
            await Task.WhenAll(Enumerable.Range(0, LeftOut).Select(_ => store.NextNumberAsync(stem)));
    }

    private static async Task<int> HoldAsync(IProcedureStore store, TimeProvider clock)
    {
        var pending = new LetterFilter { States = [LetterState.Pending] };
        var held = 0;
        // What was held is pending no more, so the first page is always the next one.
        while ((await store.LettersAsync(pending, PageRequest.First)).Items is { IsEmpty: false } page)
            foreach (var letter in page)
            {
                var ending = new LetterEnding(LetterState.NotKnown, clock.GetUtcNow()) { Error = Reason };
                // Reminders that travel in one letter share its fate.
                if (letter.Merged is { } merged) await store.EndMergedAsync(merged, LetterState.Pending, ending);
                else await store.EndLetterAsync(letter.Id, LetterState.Pending, ending);
                held++;
            }
        return held;
    }
}
