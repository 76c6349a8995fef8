namespace Procedures.Forms;

/// <summary>What is wrong with one field of an answer, and how to repair it.</summary>
/// <param name="Field">The field's name.</param>
public sealed record FieldProblem(string Field, Bilingual Text);
