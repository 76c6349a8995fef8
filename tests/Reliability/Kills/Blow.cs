namespace Procedures.Reliability.Kills;

/// <summary>What is done to a running house.</summary>
/// <param name="Host">Which host it hits, from 0; of no matter for what hits all.</param>
/// <param name="After">How long after the blow before.</param>
internal sealed record Blow(BlowKind Kind, int Host, TimeSpan After);

/// <summary>The kinds of blows.</summary>
internal enum BlowKind
{
    /// <summary>SIGKILL, then a new start.</summary>
    Kill,

    /// <summary>SIGSTOP for a while, then SIGCONT.</summary>
    Pause,

    /// <summary>PostgreSQL ends as in a crash and starts again.</summary>
    Restart,

    /// <summary>PostgreSQL cuts every connection.</summary>
    Cut,
}
