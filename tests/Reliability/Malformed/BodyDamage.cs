using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Procedures.Reliability.Malformed;

/// <summary>Damages bodies of requests by seed: cut off, doubled members, wrong types, deep, huge, no UTF-8.</summary>
internal sealed class BodyDamage(Random chance)
{
    private const int Huge = 2_000_000;
    private static readonly string[] Values =
    [
        "null", "true", "-1", "2147483647", "99999999999999999999", "1e999", "0.1", "\"\"", "\"x\"", "\"\\u0000\"", "\"HALF A PAIR\"",
        "\"%00\"", "\"'; DROP TABLE procedures; --\"", "[]", "{}", "[null]", "[[[[]]]]", "[{}]", "{\"\":null}",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999+14:00\"",
    ];

    /// <summary>A damaged copy of a body. The first of its kinds leaves it as it is: some must get through.</summary>
    public byte[] Of(JsonObject body)
    {
        var json = (JsonObject)body.DeepClone();
        for (var n = chance.Next(3); n > 0; n--) Change(json);
        // Half a pair of surrogates could not be written as a node: it fails wherever it is read.
        var text = json.ToJsonString().Replace("HALF A PAIR", "\\ud83d", StringComparison.Ordinal);
        return chance.Next(12) switch
        {
            0 => Encoding.UTF8.GetBytes(text[..chance.Next(text.Length)]),
            1 => WithBytes(text),
            2 => Encoding.UTF8.GetBytes(Doubled(text)),
            3 => Encoding.UTF8.GetBytes(Deep()),
            4 when chance.Next(8) == 0 => Encoding.UTF8.GetBytes($"{{\"model\":\"{new string('a', Huge)}\"}}"),
            5 => Encoding.Unicode.GetBytes(text),
            6 => Encoding.UTF8.GetBytes(Values[chance.Next(Values.Length)]),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    /// <summary>A damaged text of a field.</summary>
    public string Of(string text) => chance.Next(10) switch
    {
        0 => "",
        1 => text + "\0",
        2 => new string('é', chance.Next(8) == 0 ? Huge : 5000),
        3 => "\ud83d" + text,
        4 => chance.Next(-3, 3).ToString(CultureInfo.InvariantCulture),
        5 => "9999-99-99",
        6 => "9999-12-31",
        7 => "<b>&'\"%00\r\n\u202e" + text,
        _ => text,
    };

    private void Change(JsonObject root)
    {
        var owners = Owners(root).ToList();
        var value = Value();
        switch (owners[chance.Next(owners.Count)])
        {
            case JsonObject { Count: > 0 } owner:
                var name = owner.ElementAt(chance.Next(owner.Count)).Key;
                if (chance.Next(4) == 0) owner.Remove(name);
                else owner[name] = value;
                break;
            case JsonArray list:
                list.Insert(chance.Next(list.Count + 1), value);
                break;
        }
    }

    private JsonNode? Value() => JsonNode.Parse(Values[chance.Next(Values.Length)]);

    private byte[] WithBytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var n = chance.Next(1, 4); n > 0; n--) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
        return bytes;
    }

    private string Doubled(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? text : $"{{{text[1..colon]}:{Values[chance.Next(Values.Length)]},{text[1..]}";
    }

    private string Deep()
    {
        var depth = chance.Next(2) == 0 ? 60 : 100_000;
        var (open, close) = chance.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        return $"{{\"model\":{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}}}";
    }

    private static IEnumerable<JsonNode> Owners(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject owner => owner.Select(m => m.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.Where(c => c is JsonObject or JsonArray))
            foreach (var owner in Owners(child!))
                yield return owner;
    }
}
