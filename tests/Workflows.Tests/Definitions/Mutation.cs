using System.Text;
using System.Text.Json.Nodes;

namespace Procedures.Definitions;

/// <summary>Damages definitions as careless hands, broken tools and hostile files do, by a seeded chance.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Values =
    [
        "null", "true", "-1", "1e999", "99999999999999999999999999", "0.1", "\"\"", "\"x\"", "\"[\"",
        "\"{\\\"id\\\":1}\"",
        "[]", "{}", "[[[[]]]]", "[null]", "{\"\":null}", "{\"type\":\"Elsa.End\",\"id\":\"z\"}",
        "{\"typeName\":5,\"expression\":{\"type\":\"JavaScript\",\"value\":\"((((\"},\"memoryReference\":{\"id\":[]}}",
        "{\"expression\":{\"type\":\"Object\",\"value\":\"[{\\\"label\\\":1}]\"}}", "\"\\u0000\\ud83d\\ude00\"",
    ];

    /// <summary>A damaged copy of the file.</summary>
    public byte[] Of(string json)
    {
        var root = JsonNode.Parse(json)!;
        for (var changes = random.Next(1, 5); changes > 0; changes--) Change(root);
        var bytes = Encoding.UTF8.GetBytes(root.ToJsonString());
        return random.Next(6) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => Flipped(bytes),
            2 => Doubled(bytes),
            3 when random.Next(4) == 0 => Encoding.Unicode.GetBytes(json),
            _ => bytes,
        };
    }

    private void Change(JsonNode root)
    {
        var owners = Owners(root).ToList();
        var owner = owners[random.Next(owners.Count)];
        var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
        if (owner is JsonObject json && json.Count > 0) ChangeMember(json, value, owners);
        else if (owner is JsonArray list) ChangeItem(list, value);
    }

    private void ChangeMember(JsonObject json, JsonNode? value, List<JsonNode> owners)
    {
        var name = json.ElementAt(random.Next(json.Count)).Key;
        switch (random.Next(5))
        {
            case 0: json.Remove(name); break;
            case 1: json[name] = value; break;
            case 2: json[name + random.Next(3)] = value; break;
            case 3: json[name] = owners[random.Next(owners.Count)].DeepClone(); break;
            default: json[name] = new JsonArray(json[name]?.DeepClone(), value); break;
        }
    }

    private void ChangeItem(JsonArray list, JsonNode? value)
    {
        var at = random.Next(list.Count + 1);
        if (at < list.Count && random.Next(2) == 0) list.RemoveAt(at);
        else list.Insert(at, list.Count > 0 && random.Next(2) == 0 ? list[0]?.DeepClone() : value);
    }

    private byte[] Flipped(byte[] bytes)
    {
        for (var i = 0; i < 3; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>A piece of the text stands twice: members and closing brackets without partner.</summary>
    private byte[] Doubled(byte[] bytes)
    {
        var from = random.Next(bytes.Length);
        var to = Math.Min(bytes.Length, from + random.Next(200));
        return [.. bytes[..to], .. bytes[from..]];
    }

    private static IEnumerable<JsonNode> Owners(JsonNode node)
    {
        IEnumerable<JsonNode?> inner = node switch
        {
            JsonObject json => json.Select(m => m.Value),
            JsonArray list => list,
            _ => [],
        };
        return node is JsonValue ? [] : inner.OfType<JsonNode>().SelectMany(Owners).Prepend(node);
    }
}
