using System.Collections.Frozen;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>The names that every expression knows. The list is closed.</summary>
internal static class Globals
{
    public static readonly FrozenDictionary<string, Value> Table = new[]
        {
            KeyValuePair.Create("undefined", Value.Undefined),
            KeyValuePair.Create("null", Value.Null),
            KeyValuePair.Create("true", Value.True),
            KeyValuePair.Create("false", Value.False),
            KeyValuePair.Create("NaN", Value.Of(double.NaN)),
            KeyValuePair.Create("Infinity", Value.Of(double.PositiveInfinity)),
        }
        .Concat(ConversionFunctions.All)
        .Concat(MathFunctions.All)
        .Concat(ObjectFunctions.All)
        .Concat(JsonFunctions.All)
        .Concat(ScopeFunctions.All)
        .Concat(DayFunctions.All)
        .Concat(EncodingFunctions.All)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names a function under which others stand, as under Math.</summary>
    public static KeyValuePair<string, Value> Named(
        string name, Native? does, params (string Name, Native Does)[] members) =>
        KeyValuePair.Create(name, (Value)new NativeFunction(name, does, Functions(name + ".", members)));

    public static KeyValuePair<string, Value> Function(string name, Native does) =>
        KeyValuePair.Create(name, (Value)new NativeFunction(name, does));

    private static FrozenDictionary<string, Value> Functions(string prefix, (string Name, Native Does)[] members) =>
        members.ToFrozenDictionary(
            m => m.Name, m => (Value)new NativeFunction(prefix + m.Name, m.Does), StringComparer.Ordinal);
}
