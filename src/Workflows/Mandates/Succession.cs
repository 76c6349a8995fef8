using System.Globalization;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Mandates;

/// <summary>What the end of an election writes into the register: the term that begins.</summary>
public static class Succession
{
    /// <summary>The output in which an election tells its end: a map with elected, termStart and termEnd.</summary>
    public const string Output = "Result";

    /// <summary>
    /// The new mandate when the step ends a procedure that fills an office and says who was elected and when the term
    /// starts; otherwise null. Without a termEnd the term is as long as the rule says.
    /// </summary>
    public static Mandate? Of(Step step, Offices offices)
    {
        var after = step.After;
        if (step.Before.IsOver || after.Status != ProcedureStatus.Finished || after.Parent is not null) return null;
        if (offices.FilledBy(after.Definition.DefinitionId) is not { } office) return null;
        if (after.Outputs[Output] is not Value.Map result) return null;
        if (NameOf(result["elected"]) is not { Length: > 0 } holder || Day(result["termStart"]) is not { } begins)
            return null;
        var state = office.IsPerState ? after.Inputs["State"].AsText ?? "" : "";
        var ends = Day(result["termEnd"]) ?? office.RuleOn(begins)?.LastDayOf(begins);
        return new Mandate(office.Code, state, holder, begins, ends) { Source = after.Id };
    }

    private static string? NameOf(Value value) => value is Value.Map person ? person["name"].AsText : value.AsText;

    // Outputs may hold a moment; its day is what counts.
    private static DateOnly? Day(Value value) => value.AsText is { Length: >= 10 } text
        && DateOnly.TryParseExact(
            text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : null;
}
