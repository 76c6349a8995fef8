using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>What came of converting a value to a type.</summary>
/// <param name="Value">The converted value; the value as given when it cannot be converted.</param>
/// <param name="Problem">Why it cannot be converted, or null.</param>
public sealed record Conversion(Value Value, Bilingual? Problem)
{
    public bool Succeeded => Problem is null;
}
