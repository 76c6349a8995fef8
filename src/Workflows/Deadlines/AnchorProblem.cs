namespace Procedures.Deadlines;

/// <summary>A line of a sheet that cannot come to a value as things stand.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Name">The date of reference on that line.</param>
/// <param name="Text">What is wrong, for people; begins with the line.</param>
public sealed record AnchorProblem(int Line, string Name, Bilingual Text);
