namespace Procedures.Storage.Postgres;

/// <summary>How the program works with PostgreSQL.</summary>
public sealed record PostgresOptions
{
    /// <summary>How many commits may be under way at the same time.</summary>
    public int Lanes { get; init; } = 2;

    /// <summary>A statement that takes longer is broken off.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the host looks after its own session, the clock and the other hosts.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(15);

    public ICrashPoints CrashPoints { get; init; } = NoCrashPoints.Instance;

    /// <summary>Told of every broken connection that is made again, for the log. Must not throw.</summary>
    public Action<Exception> Troubled { get; init; } = _ => { };
}
