namespace Procedures.Deadlines;

/// <summary>A day on which the Organisation is closed, besides Saturdays and Sundays.</summary>
public sealed record Holiday(DateOnly Day, Bilingual Name);
