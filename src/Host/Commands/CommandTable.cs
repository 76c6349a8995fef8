using System.Collections.Immutable;
using Procedures.Definitions.Format;

namespace Procedures.Commands;

/// <summary>Every command of the terminal, found by the first word of the command line.</summary>
public sealed class CommandTable
{
    private readonly ImmutableArray<Command> _commands;
    private readonly Language _language;

    public CommandTable(Setting setting)
    {
        _language = setting.Language;
        var commands = ImmutableArray.Create<Command>(
            new RunCommand(setting), new CheckCommand(setting), new RehearseCommand(setting),
            new ReplayCommand(setting), new TraceCommand(setting), new VerifyCommand(setting), new MoveCommand(setting),
            new RestoredCommand(setting), new LettersCommand(setting), new MandatesCommand(setting),
            new ArrangeCommand(setting));
        _commands = commands.Add(new HelpCommand(commands));
    }

    /// <summary>Whether the arguments call a command. Without a word at the beginning the web host is meant.</summary>
    public static bool IsCalledBy(string[] arguments) =>
        arguments is [var first, ..] && (IsHelp(first) || !first.StartsWith('-'));

    /// <summary>
    /// Runs the command with the institution that is found around the current folder and the program.
    /// </summary>
    public static async Task<int> RunHereAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            return await new CommandTable(Setting.OfThisPlace()).RunAsync(arguments, output, error);
        }
        catch (SpokenException refusal)
        {
            await error.WriteLineAsync(refusal.Text.In(TerminalLanguage.Of(Environment.GetEnvironmentVariable)));
            return ExitStatus.Misused;
        }
        catch (Exception exception) when (exception is FormatException or System.Text.Json.JsonException or IOException)
        {
            await error.WriteLineAsync(TerminalLanguage.Of(Environment.GetEnvironmentVariable) == Language.French
                ? $"Le dossier workflows ne peut être lu : {exception.Message}"
                : $"The folder workflows cannot be read: {exception.Message}");
            return ExitStatus.Misused;
        }
    }

    /// <summary>Runs the command that the first argument names.</summary>
    /// <returns>One of <see cref="ExitStatus"/>; 2 for an unknown command.</returns>
    public async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var name = arguments.Length == 0 || IsHelp(arguments[0]) ? "help" : arguments[0];
        if (_commands.FirstOrDefault(c => c.Usage.Name == name) is { } command)
            return await command.RunAsync([.. arguments.Skip(1)], output, error, _language);
        var nearest = NearestNames.Of(name, _commands.Select(c => c.Usage.Name));
        await error.WriteLineAsync(HelpCommand.NoCommand(name, nearest).In(_language));
        await error.WriteLineAsync(_language == Language.French
            ? "« procedures help » énumère les commandes." : "“procedures help” lists the commands.");
        return ExitStatus.Misused;
    }

    private static bool IsHelp(string word) => word is "--help" or "-h" or "-?";
}
