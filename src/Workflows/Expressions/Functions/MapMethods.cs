using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>The methods that every object has.</summary>
internal static class MapMethods
{
    public static readonly MethodTable<Value.Map> Table = new(new Dictionary<string, Method<Value.Map>>
    {
        ["hasOwnProperty"] = (_, map, a) => Value.Of(map.Has(a.Text(0))),
        ["toString"] = (run, map, _) => Value.Of(Conversions.ToText(run, map)),
        ["valueOf"] = (_, map, _) => map,
    });
}
