namespace Procedures.Commands;

/// <summary>A command of the terminal. It writes to what it is given and never to the console itself.</summary>
public abstract class Command
{
    public abstract Usage Usage { get; }

    /// <summary>Reads the arguments and does the work.</summary>
    /// <param name="arguments">What stands after the command's name.</param>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            return await DoAsync(CommandLine.Read(Usage, arguments), output, error);
        }
        catch (UsageException exception)
        {
            await error.WriteLineAsync(exception.Message);
            await error.WriteLineAsync($"“procedures help {Usage.Name}” explains the command.");
            return ExitStatus.Misused;
        }
    }

    /// <summary>The work itself.</summary>
    /// <exception cref="UsageException">The arguments make no sense together.</exception>
    protected abstract Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error);
}
