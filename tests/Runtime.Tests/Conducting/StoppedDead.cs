namespace Procedures.Runtime.Conducting;

/// <summary>The program was killed here.</summary>
public sealed class StoppedDead : Exception;
