using System.Text.Json;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>Reads inputs that hold maps, whether they come as values or as JSON texts.</summary>
internal static class Structure
{
    /// <exception cref="ActivityFault">The input holds something else than names with values.</exception>
    public static Value.Map Map(Activation activation, InputDeclaration input)
    {
        var value = activation.Input(input);
        if (value is Value.Map map) return map;
        if (value.IsNothing || value is Value.Text { Content: var blank } && string.IsNullOrWhiteSpace(blank))
            return Value.Map.Empty;
        try
        {
            if (value is Value.Text { Content: var text } && ValueJson.Parse(text) is Value.Map parsed) return parsed;
        }
        catch (JsonException error)
        {
            throw new ActivityFault((
                $"{input.Name} is not JSON: {JsonMistake.Of(error).English}",
                $"{input.Name} n'est pas du JSON : {JsonMistake.Of(error).French}"), error);
        }
        throw new ActivityFault((
            $"{input.Name} does not hold names with values, such as {{\"name\": \"value\"}}.",
            $"{input.Name} ne contient pas de noms avec des valeurs, tels que {{\"nom\": \"valeur\"}}."));
    }
}
