using System.Collections.Immutable;
using System.Text.Json;

namespace Procedures.Traceability;

/// <summary>A dated edition of rules, paragraph by paragraph.</summary>
/// <param name="Id">The edition, as in assembly-elections/2023-01.</param>
/// <param name="Sections">What each section is about, by its numeral, in order.</param>
public sealed record RuleSet(
    string Id, string Title, ImmutableArray<(string Numeral, string Title)> Sections,
    ImmutableArray<Paragraph> Paragraphs)
{
    /// <summary>Whether the citation names a section, a paragraph or a part of either that exists.</summary>
    public bool Knows(string cited) => Paragraphs.Any(p => p.IsWithin(cited));

    /// <exception cref="JsonException">The file is malformed or an entry lacks a member.</exception>
    public static RuleSet Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new RuleSet(
            Text(root, "id"), Text(root, "title"),
            [.. root.GetProperty("sections").EnumerateArray().Select(s => (Text(s, "numeral"), Text(s, "title")))],
            [.. root.GetProperty("paragraphs").EnumerateArray().Select(Paragraph)]);
    }

    private static Paragraph Paragraph(JsonElement entry) => new(
        Text(entry, "id"), Text(entry, "about"),
        entry.TryGetProperty("withoutNode", out var reason) ? reason.GetString() : null);

    private static string Text(JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) && value.GetString() is { Length: > 0 } text
            ? text
            : throw new JsonException($"An entry lacks its {member}: {entry}");
}
