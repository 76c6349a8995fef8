namespace Procedures;

/// <summary>A failure that is told to a person, in the person's language.</summary>
/// <param name="text">What is wrong and what to do; its English stands in logs.</param>
public abstract class SpokenException(Bilingual text, Exception? cause = null) : Exception(text.English, cause)
{
    /// <summary>What is wrong and what to do.</summary>
    public Bilingual Text { get; } = text;
}
