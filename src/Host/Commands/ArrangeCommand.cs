using System.Collections.Immutable;
using System.Text;
using Procedures.Definitions;
using Procedures.Drawings;

namespace Procedures.Commands;

/// <summary>Lays the arrows of definitions anew, or says what is wrong with their drawings.</summary>
public sealed class ArrangeCommand(Setting setting) : Command
{
    public override Usage Usage { get; } = new("arrange", "FILE…",
        ("Sets the activities of definitions upon the grid and lays their arrows, and writes the files.",
            "Pose les activités de définitions sur la grille, trace leurs flèches et écrit les fichiers."))
    {
        Options =
        [
            new("--move", null, (
                "Moves activities within their stage as well, where fewer arrows cross then.",
                "Déplace aussi les activités dans leur phase, si cela évite des croisements.")),
            new("--dry", null, ("Writes nothing.", "N'écrit rien.")),
            new("--language", "en|fr", ("The language of the sentences; the terminal's when not given.",
                "La langue des phrases ; celle du terminal sans cette option.")),
        ],
        Remarks =
        [
            ("Each activity goes to the nearest column and row (600 across, 160 down). The same file gives the same "
                    + "drawing every time. Only places, sizes and corners change: the content hash stays.",
                "Chaque activité va à la colonne et au rang les plus proches (600 en largeur, 160 en hauteur). Le même "
                    + "fichier donne toujours le même dessin. Seuls places, tailles et angles changent : l'empreinte "
                    + "du contenu reste."),
            ("Exit status 1 when arrows lie upon one another all the same, 2 when a file cannot be drawn.",
                "Code de sortie 1 si des flèches se recouvrent malgré tout, 2 si un fichier ne peut être dessiné."),
        ],
        Examples = ["procedures arrange workflows/judge-election.json"],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        var status = ExitStatus.Fine;
        foreach (var path in line.Operands)
        {
            var file = await TextFile.ReadAsync(setting.PathOf(path), path);
            if (file.Content is null)
            {
                await error.WriteLineAsync($"{path} {file.Problem?.In(line.Language)}.");
                return ExitStatus.Misused;
            }
            var (drawing, problems) = Draw(file.Content, line.Has("--move"));
            foreach (var problem in problems)
                await error.WriteLineAsync($"{path}{Colon(line.Language)}{problem.In(line.Language)}");
            if (drawing is null) return ExitStatus.Misused;
            if (!line.Has("--dry"))
                await File.WriteAllTextAsync(
                    setting.PathOf(path), SheetWriter.Write(TextOf(file.Content), drawing));
            await output.WriteLineAsync($"{path}{Colon(line.Language)}{Told(drawing).In(line.Language)}");
            if (drawing.Coincidences > 0) status = ExitStatus.Failed;
        }
        return status;
    }

    private (Drawing? Drawing, ImmutableArray<Bilingual> Problems) Draw(byte[] content, bool moves)
    {
        var reading = new DefinitionReader(setting.Catalog).Read(content);
        if (reading.Definition is not { } definition) return (null, [.. reading.Findings.Select(f => f.Message)]);
        var (sheet, problems) = new SheetReader(setting.Catalog).Read(definition);
        if (sheet is null) return (null, problems);
        if (moves) sheet = Mover.Improve(sheet);
        return (Arranger.Arrange(sheet), []);
    }

    private static string TextOf(byte[] content) => Encoding.UTF8.GetString(content).TrimStart('\uFEFF');

    private static string Colon(Language language) => language == Language.French ? " : " : ": ";

    private static Bilingual Told(Drawing drawing)
    {
        var (activities, arrows) = (drawing.Sheet.Boxes.Length, drawing.Sheet.Arrows.Length);
        return (
            $"{activities} activities, {arrows} arrows, {drawing.Crossings} crossings, "
                + $"{drawing.Coincidences} upon one another",
            $"{activities} activités, {arrows} flèches, {drawing.Crossings} croisements, "
                + $"{drawing.Coincidences} superpositions");
    }
}
