namespace Procedures.Rehearsal;

/// <summary>A scenario file cannot be read; the text names the place and says what to write.</summary>
public sealed class ScenarioSyntaxException(Bilingual text, Exception? cause = null) : SpokenException(text, cause);
