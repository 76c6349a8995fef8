namespace Procedures.Rehearsal;

/// <summary>A scenario file cannot be read; the message names the place and says what to write.</summary>
public sealed class ScenarioSyntaxException : FormatException
{
    public ScenarioSyntaxException() : this("The scenario cannot be read.") { }
    public ScenarioSyntaxException(string message) : base(message) { }
    public ScenarioSyntaxException(string message, Exception cause) : base(message, cause) { }
}
