using System.Text;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Commands;

/// <summary>Runs an Elsa definition in memory, under a clock that jumps from one due moment to the next.</summary>
public sealed class RunCommand(Setting setting) : Command
{
    /// <summary>How often a procedure may be woken before the run is cut off.</summary>
    public const int MostWakeUps = 10_000;

    /// <summary>
    /// How many activities may run in one step. More than a server allows, since nothing is stored here.
    /// </summary>
    public const int MostActivities = 500_000;

    /// <summary>How far the clock may move, in years.</summary>
    public const int MostYears = 10;

    public override Usage Usage { get; } = new("run", "FILE…",
        ("Runs a definition in memory: time jumps to the next due moment until nothing moves any more.",
            "Exécute une définition en mémoire : le temps saute d'un moment dû au suivant jusqu'à l'arrêt de tout."))
    {
        Options =
        [
            new("--input", "NAME=VALUE", ("An input of the procedure.", "Une entrée de la procédure."), IsRepeatable: true),
            new("--definitions", "FOLDER", ("Where the definitions of child procedures are found.",
                "Où se trouvent les définitions des procédures filles.")),
            new("--start", "DATE", ("The day on which the procedure is opened; today when it is not given.",
                "Le jour d'ouverture de la procédure ; aujourd'hui sans cette option.")),
            new("--until", "DATE", ("The last day of the run.", "Le dernier jour de l'exécution.")),
        ],
        Remarks =
        [
            ("The first FILE is run; the others, and those of the folder, are there for its child procedures.",
                "Le premier FICHIER est exécuté ; les autres, et ceux du dossier, servent à ses procédures filles."),
            ("What the procedure writes goes to the output, and then its status: Finished, Suspended with what it "
                    + "waits for, Faulted with what went wrong, or Cancelled.",
                "Ce que la procédure écrit va à la sortie, puis son état : achevée, en attente avec ce qu'elle attend, "
                    + "arrêtée par une erreur avec ce qui a échoué, ou abandonnée."),
            ($"The run ends after {MostWakeUps} wake-ups or {MostYears} years. Exit status 0, or 1 when the procedure "
                    + "is faulted, or 2 when a file cannot be used.",
                $"L'exécution prend fin après {MostWakeUps} réveils ou {MostYears} ans. Code de sortie 0, ou 1 si la "
                    + "procédure a échoué, ou 2 si un fichier est inutilisable."),
        ],
        Examples = ["procedures run hello.json --input Name=Ada",
            "procedures run parent.json child.json --until 2027-06-30"],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        var (start, until) = line.Span();
        var shelf = await DefinitionShelf.LoadAsync(setting, line.Operands, line.Value("--definitions"));
        if (!await Findings.ReportAsync(shelf, error, line.Terminal)) return ExitStatus.Misused;
        var definition = shelf.Files[0].Definition!;
        var inputs = InputValues.Read(definition, line.Pairs("--input"));
        var world = new World(EngineFor(shelf), shelf.Find, StartOf(start));
        world.Open("1", definition, new Stimulus.Opened(inputs));
        var written = await WriteLinesAsync(world, 0, output);
        var limit = until is { } day ? ParisTime.StartOf(day.AddDays(1)) : world.Now.AddYears(MostYears);
        for (var wakeUps = 0; !world.IsOverrun && !world.Find("1").IsOver && world.WakeNext(limit);)
        {
            written = await WriteLinesAsync(world, written, output);
            if (++wakeUps < MostWakeUps) continue;
            await error.WriteLineAsync(line.Terminal == Language.French
                ? $"L'exécution a été interrompue après {MostWakeUps} réveils."
                : $"The run was cut off after {MostWakeUps} wake-ups.");
            break;
        }
        foreach (var text in EndReport.Of(world, line.Terminal)) await output.WriteLineAsync(text);
        if (world.IsOverrun) await error.WriteLineAsync(line.Terminal == Language.French
            ? "L'exécution a été interrompue : des procédures se sont mises en marche l'une l'autre plus de "
                + $"{World.MostStepsAtOnce} fois en un même instant."
            : $"The run was cut off: procedures set one another going more than {World.MostStepsAtOnce} times at one moment.");
        var hasFailed = world.IsOverrun || world.Find("1").Status == ProcedureStatus.Faulted;
        return hasFailed ? ExitStatus.Failed : ExitStatus.Fine;
    }

    private Engine EngineFor(DefinitionShelf shelf) => new(setting.Catalog, setting.Institution, MostActivities)
    {
        Publishes = id => shelf.Find(id) is not null,
    };

    private DateTimeOffset StartOf(DateOnly? start) =>
        start is { } day ? ParisTime.StartOf(day) : setting.Clock.GetUtcNow();

    private static async Task<int> WriteLinesAsync(World world, int written, TextWriter output)
    {
        // The lines of many turns go out at once: the terminal is written to whenever a text is handed over.
        var lines = new StringBuilder();
        for (; written < world.Steps.Count; written++)
            foreach (var text in world.Steps[written].Lines)
                lines.Append(text).Append(output.NewLine);
        if (lines.Length > 0) await output.WriteAsync(lines);
        return written;
    }
}
