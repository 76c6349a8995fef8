using System.Text.Json;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>Reads an expression: {"type": "JavaScript", "value": "…"}.</summary>
internal static class ExpressionReader
{
    /// <param name="expression">The object with type and value.</param>
    /// <param name="typeName">The type that a literal must have.</param>
    /// <param name="place">The input, which findings name.</param>
    public static InputBinding? Read(JsonObjectReader expression, string typeName, string place)
    {
        if (expression.Text("type") is not { } type)
        {
            if (expression.Any("type") is null)
                expression.Log.Error(place, expression.Activity, (
                    "The expression has no type (Literal, Object, Variable, Input or JavaScript).",
                    "L’expression n’a pas de type (Literal, Object, Variable, Input ou JavaScript)."));
            return null;
        }
        var at = expression with { Place = place };
        var value = expression.Any("value");
        return type.ToUpperInvariant() switch
        {
            "LITERAL" => Literal(at, value is { } v ? ValueJson.FromElement(v) : Value.Null, typeName),
            "OBJECT" => Literal(at, ObjectValue(at, value, typeName), typeName) is { } o
                ? o with { Kind = ExpressionKind.Object } : null,
            "VARIABLE" => Reference(at, ExpressionKind.Variable, value),
            "INPUT" => Reference(at, ExpressionKind.Input, value),
            "JAVASCRIPT" => JavaScript(at, value),
            _ => Unsupported(at, type),
        };
    }

    public static InputBinding Literal(JsonObjectReader at, Value value, string typeName)
    {
        var converted = TypedValue.Convert(value, typeName);
        if (converted.Problem is { } problem) at.Log.Error(at.Place, at.Activity, problem);
        return InputBinding.OfLiteral(converted.Value, at.Place);
    }

    private static Value ObjectValue(JsonObjectReader at, JsonElement? value, string typeName)
    {
        if (value is not { ValueKind: JsonValueKind.String } text)
            return value is { } raw ? ValueJson.FromElement(raw) : Value.Null;
        var content = text.GetString()!;
        if (string.IsNullOrWhiteSpace(content)) return Value.Null;
        var json = JsonText.Load(content);
        if (json.Problem is null) return ValueJson.FromElement(json.Root);
        if (TypeAliases.Resolve(typeName) == "String") return Value.Of(content);
        at.Log.Error(at.Place, at.Activity, (
            $"The text of this Object expression cannot be read: {json.Problem.Message.English}",
            $"Le texte de cette expression Object est illisible : {json.Problem.Message.French}"));
        return Value.Of(content);
    }

    private static InputBinding? Reference(JsonObjectReader at, ExpressionKind kind, JsonElement? value)
    {
        if (ReferenceName(value, kind) is { } name) return new(kind, Value.Undefined, name, null, null, at.Place);
        var isEmpty = value is null or { ValueKind: JsonValueKind.String };
        at.Log.Error(at.Place, at.Activity, isEmpty ? NothingChosen(kind) : NoName(kind));
        return null;
    }

    /// <summary>What a picker chose: an object or JSON text with id or name, or the bare name.</summary>
    public static string? ReferenceName(JsonElement? value, ExpressionKind kind)
    {
        if (value is not { } chosen) return null;
        if (chosen.ValueKind == JsonValueKind.String)
        {
            var text = chosen.GetString()!.Trim();
            if (text.Length == 0) return null;
            if (text[0] is not ('{' or '"')) return text;
            var json = JsonText.Load(text);
            if (json.Problem is not null) return text;
            chosen = json.Root;
            if (chosen.ValueKind == JsonValueKind.String) return Filled(chosen.GetString());
        }
        if (chosen.ValueKind != JsonValueKind.Object) return null;
        return (kind == ExpressionKind.Variable ? Member(chosen, "id") : null) ?? Member(chosen, "name");
    }

    private static string? Member(JsonElement chosen, string name) =>
        chosen.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? Filled(value.GetString()) : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static InputBinding? JavaScript(JsonObjectReader at, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.String } other)
        {
            JsonKind.Text.Report(other, at.Place, at);
            return null;
        }
        var text = value?.GetString();
        if (string.IsNullOrWhiteSpace(text)) return InputBinding.OfLiteral(Value.Null, at.Place);
        try
        {
            return new(ExpressionKind.JavaScript, Value.Undefined, null, Script.Parse(text), null, at.Place);
        }
        catch (ScriptSyntaxException error)
        {
            var message = SyntaxMessage(error);
            if (error.IsStatement) at.Log.Refuse(at.Place, at.Activity, message);
            else at.Log.Error(at.Place, at.Activity, message);
            return new(ExpressionKind.JavaScript, Value.Undefined, null, null, error, at.Place);
        }
    }

    private static Bilingual SyntaxMessage(ScriptSyntaxException error) => error.IsStatement
        ? ($"Line {error.Line}, column {error.Column}: this is a JavaScript statement. Only an expression is run, "
            + $"for instance getInput('State') == 'France'. {error.Text.English}",
            $"Ligne {error.Line}, colonne {error.Column} : ceci est une instruction JavaScript. Seule une expression "
            + $"est évaluée, par exemple getInput('State') == 'France'. {error.Text.French}")
        : ($"Line {error.Line}, column {error.Column}: the JavaScript expression cannot be read. {error.Text.English}",
            $"Ligne {error.Line}, colonne {error.Column} : l’expression JavaScript est illisible. {error.Text.French}");

    // The binding carries the reason, so that a draft that is run all the same stops with an incident at this
    // input, instead of going on with the input's default.
    private static InputBinding Unsupported(JsonObjectReader at, string type)
    {
        var shown = Quote.Shown(type);
        Bilingual message = type.ToUpperInvariant() is "LIQUID" or "CSHARP" or "PYTHON" or "DELEGATE"
            ? ($"{shown} expressions are not run here: no code of the host may stand in a definition. Use JavaScript.",
                $"Les expressions {shown} ne sont pas exécutées ici : une définition ne peut contenir du code de "
                + "l’hôte. Utilisez JavaScript.")
            : ($"The expression type {shown} is not known. Known are Literal, Object, Variable, Input, JavaScript.",
                $"Le type d’expression {shown} est inconnu. Sont connus Literal, Object, Variable, Input, JavaScript.");
        at.Log.Error(at.Place, at.Activity, message);
        var error = new ScriptSyntaxException(message, 1, 1, false);
        return new(ExpressionKind.JavaScript, Value.Undefined, null, null, error, at.Place);
    }

    private static Bilingual NothingChosen(ExpressionKind kind) => kind == ExpressionKind.Variable
        ? ("No variable is chosen.", "Aucune variable n’est choisie.")
        : ("No workflow input is chosen.", "Aucune entrée de la définition n’est choisie.");

    private static Bilingual NoName(ExpressionKind kind) => kind == ExpressionKind.Variable
        ? ("The variable has neither id nor name.", "La variable n’a ni identifiant ni nom.")
        : ("The workflow input has no name.", "L’entrée de la définition n’a pas de nom.");
}
