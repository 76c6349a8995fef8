namespace Procedures.Deadlines.Notation;

/// <summary>One date of reference on a sheet; without a formula its value is given from outside.</summary>
internal sealed record SheetLine(
    int Number, int Column, string Name, string? FormulaText, Formula? Formula, Bilingual? Label);
