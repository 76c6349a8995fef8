using System.Collections.Immutable;
using Procedures.Definitions.Format;

namespace Procedures.Commands;

/// <summary>Explains the commands.</summary>
public sealed class HelpCommand(ImmutableArray<Command> others) : Command
{
    private static readonly Bilingual Opening = (
        """
        procedures COMMAND …    runs a command; without one the web host starts.
        procedures --practice 2023-09-01
                              starts a web host for training: its clock begins on that day and stands still
                              until somebody moves it; own folder (practice), own address, letters as files.
        """,
        """
        procedures COMMANDE …    exécute une commande ; sans commande, le serveur web démarre.
        procedures --practice 2023-09-01
                              démarre un serveur web pour l'exercice : son horloge part de ce jour et ne bouge pas
                              tant que personne ne l'avance ; dossier (practice), adresse et fichiers de lettres à part.
        """);

    private static readonly Bilingual ExamplesHeading = ("Examples", "Exemples");

    public override Usage Usage { get; } = new("help", "[COMMAND]",
        ("Explains all commands, or one of them.", "Explique toutes les commandes, ou l'une d'elles."))
    {
        LeastOperands = 0,
        Examples = ["procedures help", "procedures help rehearse"],
    };

    /// <summary>No command is called so; the nearest names are offered.</summary>
    internal static Bilingual NoCommand(string name, IReadOnlyList<string> nearest)
    {
        var question = NearestNames.Question(nearest);
        return ($"There is no command {name}.{question.English}", $"Il n'y a pas de commande {name}.{question.French}");
    }

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        if (line.Operands is [])
        {
            await ListAsync(output, line.Terminal);
            return ExitStatus.Fine;
        }
        var name = line.Operands[0];
        if (others.Append<Command>(this).FirstOrDefault(c => c.Usage.Name == name) is not { } command)
            throw new UsageException(NoCommand(name, NearestNames.Of(name, others.Select(c => c.Usage.Name))));
        await ExplainAsync(command.Usage, output, line.Terminal);
        return ExitStatus.Fine;
    }

    private async Task ListAsync(TextWriter output, Language language)
    {
        await output.WriteLineAsync(Opening.In(language));
        await output.WriteLineAsync();
        foreach (var usage in others.Append<Command>(this).Select(c => c.Usage))
        {
            await output.WriteLineAsync($"  {usage.Name,-10}{usage.Purpose.In(language)}");
            foreach (var example in usage.Examples) await output.WriteLineAsync($"            {example}");
        }
    }

    private static async Task ExplainAsync(Usage usage, TextWriter output, Language language)
    {
        var forms = usage.Options.Select(o => Placeholders.In(o.Form, language)).ToArray();
        var options = string.Concat(usage.Options.Select((o, i) => $" [{forms[i]}]{(o.IsRepeatable ? "…" : "")}"));
        await output.WriteLineAsync(
            $"procedures {usage.Name} {Placeholders.In(usage.Operands, language)}{options}".TrimEnd());
        await output.WriteLineAsync();
        await output.WriteLineAsync(usage.Purpose.In(language));
        foreach (var remark in usage.Remarks)
            await output.WriteLineAsync($"{Environment.NewLine}{remark.In(language)}");
        if (!usage.Options.IsEmpty) await output.WriteLineAsync();
        var width = forms.Select(f => f.Length).DefaultIfEmpty().Max() + 2;
        foreach (var (option, form) in usage.Options.Zip(forms))
            await output.WriteLineAsync($"  {form.PadRight(width)}{option.Meaning.In(language)}");
        if (!usage.Examples.IsEmpty)
            await output.WriteLineAsync($"{Environment.NewLine}{ExamplesHeading.In(language)}");
        foreach (var example in usage.Examples) await output.WriteLineAsync($"  {example}");
    }
}
