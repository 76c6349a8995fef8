using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>How the postman works.</summary>
public sealed record PostmanOptions
{
    /// <summary>How many letters are taken up at once.</summary>
    public int Batch { get; init; } = 20;

    /// <summary>How long the postman sleeps at most when nobody signals.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a letter that a server refuses for the time being is offered again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromDays(3);

    /// <summary>A letter that waits for longer than this may have been overtaken by what happened meanwhile.</summary>
    public TimeSpan Fresh { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether the step that a letter asks for, or reminds of, is still open.</summary>
    public Func<StoredLetter, CancellationToken, Task<bool>> IsStillAsked { get; init; } = (_, _) => Task.FromResult(true);

    /// <summary>Told of every failure of the program itself, for the log.</summary>
    public Action<Exception> Troubled { get; init; } = _ => { };
    public ICrashPoints CrashPoints { get; init; } = NoCrashPoints.Instance;
}
