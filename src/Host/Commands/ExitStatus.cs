namespace Procedures.Commands;

/// <summary>What a command tells the shell.</summary>
public static class ExitStatus
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>The command did its work and the result is bad: a fault, an error, a failed scenario.</summary>
    public const int Failed = 1;

    /// <summary>The command could not do its work: wrong options, a file that cannot be read.</summary>
    public const int Misused = 2;
}
