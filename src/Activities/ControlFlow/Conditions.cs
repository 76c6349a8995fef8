using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>The condition that decisions and loops share.</summary>
internal static class Conditions
{
    public static readonly InputDeclaration Input = new(
        "Condition", "Boolean", ("Condition", "Condition"), ("The condition to examine.", "La condition à examiner."))
    {
        Default = Value.False, DefaultSyntax = "JavaScript",
    };
}
