namespace Procedures;

/// <summary>The host cannot start as things stand; the text says to an operator why and what to do.</summary>
public sealed class HostRefusedException(Bilingual text, Exception? cause = null) : SpokenException(text, cause);
