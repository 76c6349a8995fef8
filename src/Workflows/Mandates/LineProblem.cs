namespace Procedures.Mandates;

/// <summary>What is wrong in one line of a file, in words for the person who wrote it.</summary>
/// <param name="Line">Counted from 1, the headings included.</param>
/// <param name="Column">The heading of the field, or empty when it is the whole line.</param>
public sealed record LineProblem(int Line, string Column, Bilingual Text);
