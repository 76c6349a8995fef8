using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Procedures.Deadlines.Notation;

namespace Procedures.Deadlines;

/// <summary>
/// The dates of reference of a definition, one a line: <c>EO = open(E) | English label | French label</c>. A line
/// without a formula (<c>TE | …</c>) names a date that is given when a procedure is opened. Lines that begin with
/// <c>#</c> are remarks.
/// </summary>
public sealed class AnchorSheet
{
    // Steps of one procedure, and procedures of one definition, bring the same text again and again.
    private static readonly ConditionalWeakTable<string, AnchorSheet> ReadBefore = [];
    private readonly ImmutableArray<SheetLine> _lines;
    private readonly Dictionary<string, SheetLine> _byName;

    private AnchorSheet(string text, ImmutableArray<SheetLine> lines)
    {
        (Text, _lines) = (text, lines);
        _byName = lines.ToDictionary(line => line.Name, StringComparer.Ordinal);
    }

    /// <summary>A sheet without lines.</summary>
    public static AnchorSheet Empty { get; } = new("", []);

    /// <summary>The sheet as it was written.</summary>
    public string Text { get; }

    /// <summary>Every name on the sheet, in its order.</summary>
    public ImmutableArray<string> Names => [.. _lines.Select(line => line.Name)];

    /// <summary>The names without a formula, which a person gives.</summary>
    public ImmutableArray<string> GivenNames =>
        [.. _lines.Where(line => line.Formula is null).Select(line => line.Name)];

    /// <summary>The names that formulas of the sheet count from, in its order.</summary>
    public ImmutableArray<string> FormulaNames => [.. _lines.SelectMany(line => line.Formula?.Names ?? [])];

    /// <summary>Reads a sheet.</summary>
    /// <exception cref="RuleSyntaxException">
    /// A line cannot be read, a name stands twice, or a date depends on itself; line and column are named.
    /// </exception>
    public static AnchorSheet Parse(string text) =>
        ReadBefore.GetValue(text, static sheet => new AnchorSheet(sheet, SheetReader.Read(sheet)));

    /// <summary>The label of a name; null when the sheet has none.</summary>
    public Bilingual? LabelOf(string name) => _lines.FirstOrDefault(line => line.Name == name)?.Label;

    /// <summary>
    /// Computes every date. A fixed value (given, moved, or the day on which a step was completed) stands before the
    /// formula of the same name, and what depends on it follows. Fixed names need not stand on the sheet.
    /// </summary>
    public EvaluatedAnchors Evaluate(IReadOnlyDictionary<string, AnchorValue> fixedValues, Calendar calendar) =>
        new SheetEvaluation(_lines, _byName, fixedValues, calendar).Run();
}
