using Procedures.Deadlines;
using Procedures.Execution;

namespace Procedures.Commands;

/// <summary>Walks through a whole procedure under virtual time and prints the year that comes of it.</summary>
public sealed class RehearseCommand(Setting setting) : Command
{
    public override Usage Usage { get; } = new("rehearse", "FILE",
        ("Walks through a procedure from its first day to its last and prints the year: who does what, by when, and why.",
            "Parcourt une procédure du premier au dernier jour et imprime l'année : qui fait quoi, pour quand, et pourquoi."))
    {
        Options =
        [
            new("--input", "NAME=VALUE", ("An input of the procedure.", "Une entrée de la procédure."), IsRepeatable: true),
            .. ScriptOptions.All,
            new("--start", "DATE",
                ("The day on which the procedure is opened; shortly before its first deadline when not given.",
                    "Le jour d'ouverture ; peu avant la première échéance sans cette option.")),
            new("--until", "DATE", ("The last day of the rehearsal.", "Le dernier jour de la répétition.")),
            new("--definitions", "FOLDER",
                ("Where the definitions of child procedures are found; the file's own folder when not given.",
                    "Où se trouvent les définitions des procédures filles ; le dossier du fichier sans cette option.")),
            new("--language", "en|fr", ("The language of the table; the terminal's when not given.",
                "La langue du tableau ; celle du terminal sans cette option.")),
            new("--format", "table|json|html", ("How the year is written.", "La forme de l'année.")),
        ],
        Remarks =
        [
            ("Every step is answered on the last working day that is in time, with its first outcome and a form "
                    + "that is filled in; the first candidate wins the ballot. The options say what shall be otherwise. "
                    + "What may be reported at any time (a withdrawal) happens only with --on.",
                "Chaque étape reçoit sa première issue et un formulaire rempli, le dernier jour ouvrable dans les délais ; "
                    + "le premier candidat l'emporte. Les options disent ce qui doit être autrement. "
                    + "Ce qui peut être signalé à tout moment (un retrait) n'arrive qu'avec --on."),
            ("Exit status 0, or 1 when the procedure is faulted or an activity failed, or 2 when the file cannot be used.",
                "Code de sortie 0, ou 1 si la procédure ou une activité a échoué, ou 2 si le fichier est inutilisable."),
        ],
        Examples =
        [
            "procedures rehearse workflows/judge-election.json --input State=EE --input TermEnds=2020-01-03",
            "procedures rehearse workflows/judge-election.json --input State=EE --input TermEnds=2020-01-03 "
                + "--answer P1.14=Reject --late P1.07=+10d --language fr",
        ],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        var (language, format) = (line.Language, line.OneOf("--format", "table", "json", "html"));
        var (given, until) = line.Span();
        var folder = line.Value("--definitions") ?? Path.GetDirectoryName(setting.PathOf(line.Operands[0]));
        var shelf = await DefinitionShelf.LoadAsync(setting, line.Operands, Directory.Exists(folder) ? folder : null);
        if (!await Findings.ReportAsync(shelf, error, line.Terminal)) return ExitStatus.Misused;
        var definition = shelf.Files[0].Definition!;
        var inputs = InputValues.Read(definition, line.Pairs("--input"));
        var script = ScriptOptions.Read(line, new StepNames(shelf.Definitions));
        var rehearsal = new Rehearsal.Rehearsal(new Engine(setting.Catalog, setting.Institution), shelf.Find);
        var start = given
            ?? rehearsal.StartInTime(definition, inputs, ParisTime.DayOf(setting.Clock.GetUtcNow()));
        var year = rehearsal.Run(definition, inputs, script, start, until: until);
        foreach (var step in ScriptOptions.Unused(script, year)) await error.WriteLineAsync(step.In(line.Terminal));
        await output.WriteAsync(format switch
        {
            "json" => YearFormats.Json(year) + Environment.NewLine,
            "html" => YearFormats.Html(year, setting.Institution, language),
            _ => YearFormats.Table(year, setting.Institution, language),
        });
        var isBad = year.All.Any(p => p.Status == ProcedureStatus.Faulted || !p.Incidents.IsEmpty);
        return isBad ? ExitStatus.Failed : ExitStatus.Fine;
    }
}
