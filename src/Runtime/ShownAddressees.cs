using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Letters;

namespace Procedures.Runtime;

/// <summary>Who stands in the head of a letter: the body that is asked, and those who are informed.</summary>
internal sealed record ShownAddressees(ImmutableArray<Mailbox> To, ImmutableArray<Mailbox> Cc)
{
    public string ToJson() => JsonSerializer.Serialize(new Document(Plain(To), Plain(Cc)));

    /// <exception cref="JsonException">The document lists no addressees.</exception>
    public static ShownAddressees Read(string json)
    {
        var document = JsonSerializer.Deserialize<Document>(json) ?? throw new JsonException("The document is empty.");
        return new(Boxes(document.To), Boxes(document.Cc));
    }

    private static string[][] Plain(ImmutableArray<Mailbox> boxes) => [.. boxes.Select(b => new[] { b.Name, b.Address })];

    private static ImmutableArray<Mailbox> Boxes(string[][]? pairs) =>
        [.. (pairs ?? []).Where(p => p.Length == 2).Select(p => new Mailbox(p[0], p[1]))];

    private sealed record Document(string[][]? To, string[][]? Cc);
}
