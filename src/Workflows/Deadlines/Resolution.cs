namespace Procedures.Deadlines;

/// <summary>
/// What a rule comes to: a <see cref="Deadline"/>, an <see cref="OpenEnded"/>, or <see cref="Unresolved"/>.
/// </summary>
public abstract record Resolution
{
    private protected Resolution() { }
}
