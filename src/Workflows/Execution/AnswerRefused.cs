namespace Procedures.Execution;

/// <summary>An answer to a task cannot be taken as it is; nothing has changed and the person may correct it.</summary>
public sealed class AnswerRefused(Bilingual reason) : Exception(reason.English)
{
    public AnswerRefused() : this(("The answer cannot be taken.", "La réponse ne peut être acceptée.")) { }
    public AnswerRefused(string message) : this(Bilingual.Same(message)) { }
    public AnswerRefused(string message, Exception inner) : this(Bilingual.Same(message)) => _ = inner;
    public Bilingual Reason { get; } = reason;

    /// <summary>The field of the form that is to be corrected, with all that is wrong in it; null when it is none.</summary>
    public FieldRefusal? AtField { get; private init; }

    /// <summary>Everything that is wrong in one field, each thing a sentence of its own.</summary>
    public static AnswerRefused InField(FieldRefusal refusal) => new(new Bilingual(
        string.Join(' ', refusal.Problems.Select(p => p.English)),
        string.Join(' ', refusal.Problems.Select(p => p.French))))
    {
        AtField = refusal,
    };
}
