namespace Procedures.Forms;

/// <summary>A definition's form cannot be read; the message names the field.</summary>
public sealed class FormSyntaxException : FormatException
{
    public FormSyntaxException(string message) : base(message) { }
    public FormSyntaxException(string message, Exception cause) : base(message, cause) { }
    public FormSyntaxException() : this("The form cannot be read.") { }
}
