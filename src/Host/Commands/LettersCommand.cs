using Procedures.Letters;

namespace Procedures.Commands;

/// <summary>Says what is wrong in a folder of letter templates, with line and column.</summary>
public sealed class LettersCommand(Setting setting) : Command
{
    private const string Check = "check";
    private const string DefaultFolder = "workflows/letters";

    public override Usage Usage { get; } = new("letters", "check",
        ("Says what is wrong in the templates of letters, with file, line and column.",
            "Dit ce qui est faux dans les modèles de lettres, avec fichier, ligne et colonne."))
    {
        Options =
        [
            new("--folder", "FOLDER", (
                $"Where the templates stand; {DefaultFolder} when not given.",
                $"Où se trouvent les modèles ; {DefaultFolder} sans cette option.")),
            new("--language", "en|fr", ("The language of the sentences; the terminal's when not given.",
                "La langue des phrases ; celle du terminal sans cette option.")),
        ],
        Remarks =
        [
            ("At most one mistake is named for each file. A broken template stops no letter: the host then takes the "
                    + "words inside the program and shows an incident. Exit status 1 when there are mistakes.",
                "Une erreur au plus est nommée par fichier. Un modèle fautif n'arrête aucune lettre : le serveur prend "
                    + "alors les termes du programme et signale un incident. Code de sortie 1 s'il y a des erreurs."),
        ],
        Examples = ["procedures letters check", "procedures letters check --folder data/letter-templates"],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        if (line.Operands[0] != Check)
            throw new UsageException((
                $"letters takes the word check, not “{line.Operands[0]}”.",
                $"letters prend le mot check, et non « {line.Operands[0]} »."));
        var (folder, language) = (line.Value("--folder") ?? DefaultFolder, line.Language);
        var path = setting.PathOf(folder);
        if (!Directory.Exists(path)) throw new UsageException((
                $"There is no folder {folder}.", $"Il n'y a pas de dossier {folder}."));
        var files = Directory.GetFiles(path, "*.md").Count(f => Path.GetFileName(f) != "README.md");
        if (files == 0) throw new UsageException((
            $"The folder {folder} holds no template (*.md).", $"Le dossier {folder} ne contient aucun modèle (*.md)."));
        var mistakes = LetterTemplates.Mistakes(path);
        foreach (var mistake in mistakes)
            await output.WriteLineAsync(
                $"{Path.Combine(folder, mistake.File)}:{mistake.Line}:{mistake.Column}: {mistake.Problem.In(language)}");
        await output.WriteLineAsync(language == Language.English
            ? $"{files} templates, {mistakes.Length} broken"
            : $"{files} modèles, {mistakes.Length} fautif(s)");
        return mistakes.IsEmpty ? ExitStatus.Fine : ExitStatus.Failed;
    }
}
