namespace Procedures.Commands;

/// <summary>A command of the terminal. It writes to what it is given and never to the console itself.</summary>
public abstract class Command
{
    public abstract Usage Usage { get; }

    /// <summary>Reads the arguments and does the work.</summary>
    /// <param name="arguments">What stands after the command's name.</param>
    /// <param name="language">The terminal's language.</param>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public async Task<int> RunAsync(
        string[] arguments, TextWriter output, TextWriter error, Language language = Language.English)
    {
        try
        {
            return await DoAsync(CommandLine.Read(Usage, arguments, language), output, error);
        }
        catch (UsageException exception)
        {
            await error.WriteLineAsync(exception.Text.In(language));
            await error.WriteLineAsync(language == Language.French
                ? $"« procedures help {Usage.Name} » explique la commande."
                : $"“procedures help {Usage.Name}” explains the command.");
            return ExitStatus.Misused;
        }
    }

    /// <summary>The work itself.</summary>
    /// <exception cref="UsageException">The arguments make no sense together.</exception>
    protected abstract Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error);
}
