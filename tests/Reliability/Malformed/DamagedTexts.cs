using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Reliability.Malformed;

/// <summary>Expressions and deadline rules of the delivered definitions, damaged by seed.</summary>
/// <remarks>Only the foreseen refusals may come out, whatever is written.</remarks>
internal static class DamagedTexts
{
    private const int Budget = 20_000;
    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", "'", "\"", "`", "${", "=>", "?.", "??", "...", ",", ";", ":", ".", "=", "-", "+",
        "*", "/", "0", "1e9", "99999999999", "null", "undefined", "nlt ", "before ", "within ", "part(", "open(", "close(",
        " mo", " wd", " w of ", "EO", "L", "in month ", "\0", "é", "\ud83d", "\n",
    ];

    public static Outcome Expressions(Delivered delivered, int count, int firstSeed) => Run(
        "Damaged expressions", count, firstSeed, Texts(delivered, IsExpression), text =>
        {
            try
            {
                ValueJson.ToJson(Script.Parse(text).Evaluate(new Scope(new DateOnly(2026, 3, 2)), Budget));
                return "evaluated";
            }
            catch (ScriptSyntaxException) { return "not an expression"; }
            catch (ScriptFaultException) { return "failed while evaluated"; }
        });

    public static Outcome Rules(Delivered delivered, int count, int firstSeed) => Run(
        "Damaged deadline rules", count, firstSeed, Texts(delivered, IsRule), text =>
        {
            try
            {
                Rule.Parse(text).Resolve(Anchors.Empty, delivered.Institution.Calendar);
                return "a rule";
            }
            catch (RuleSyntaxException) { return "not a rule"; }
        });

    private static Outcome Run(
        string name, int count, int firstSeed, ImmutableArray<string> texts, Func<string, string> take)
    {
        var watch = Stopwatch.StartNew();
        var (findings, ends) = (new List<Finding>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var text = Damaged(texts, new Random(seed));
            try
            {
                var end = take(text);
                ends[end] = ends.GetValueOrDefault(end) + 1;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                findings.Add(new Finding(name, $"seed {seed}", $"{exception.GetType().Name} from “{text}”"));
            }
        }
        var note = $"from seed {firstSeed}, {texts.Length} texts; " + string.Join(", ", ends.Select(e => $"{e.Key}: {e.Value}"));
        return new Outcome([new Figure(name, count, ends.Count, findings.Count, note, watch.Elapsed)], [.. findings]);
    }

    private static string Damaged(ImmutableArray<string> texts, Random chance)
    {
        var text = texts[chance.Next(texts.Length)];
        for (var n = chance.Next(1, 5); n > 0; n--)
        {
            var at = chance.Next(text.Length + 1);
            var length = Math.Min(chance.Next(1, 6), text.Length - at);
            text = chance.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[chance.Next(Pieces.Length)]),
                2 => text.Insert(at, text.Substring(at, length)),
                _ => text[..at] + texts[chance.Next(texts.Length)],
            };
        }
        return text;
    }

    private static ImmutableArray<string> Texts(Delivered delivered, Func<string, string, bool> isWanted) =>
    [
        .. from definition in delivered.Definitions
           from node in definition.Nodes
           where node.Json.ValueKind == JsonValueKind.Object
           from member in node.Json.EnumerateObject()
           where member.Value.ValueKind == JsonValueKind.Object
           let text = TextOf(member.Value, member.Name, isWanted)
           where text is not null
           select text,
    ];

    private static string? TextOf(JsonElement input, string name, Func<string, string, bool> isWanted) =>
        input.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object
        && expression.TryGetProperty("type", out var type) && expression.TryGetProperty("value", out var value)
        && value.ValueKind == JsonValueKind.String && isWanted(name, type.GetString() ?? "")
            ? value.GetString() : null;

    private static bool IsExpression(string name, string type) => type == "JavaScript";
    private static bool IsRule(string name, string type) => type == "Literal" && name is "deadline";
}
