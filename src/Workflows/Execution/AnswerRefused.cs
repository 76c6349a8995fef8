namespace Procedures.Execution;

/// <summary>An answer to a task cannot be taken as it is; nothing has changed and the person may correct it.</summary>
public sealed class AnswerRefused(Bilingual reason) : Exception(reason.English)
{
    public AnswerRefused() : this(("The answer cannot be taken.", "La réponse ne peut être acceptée.")) { }
    public AnswerRefused(string message) : this(Bilingual.Same(message)) { }
    public AnswerRefused(string message, Exception inner) : this(Bilingual.Same(message)) => _ = inner;
    public Bilingual Reason { get; } = reason;
}
