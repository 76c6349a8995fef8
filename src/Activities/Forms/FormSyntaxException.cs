namespace Procedures.Forms;

/// <summary>A definition's form cannot be read; the text names the field.</summary>
public sealed class FormSyntaxException(Bilingual text, Exception? cause = null) : FormatException(text.English, cause)
{
    /// <summary>What is wrong, for people.</summary>
    public Bilingual Text { get; } = text;
}
