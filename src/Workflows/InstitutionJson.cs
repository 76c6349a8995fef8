using System.Text.Json;
using Procedures.Deadlines;

namespace Procedures;

/// <summary>Reads the Organisation's bodies and states from the JSON files under workflows/.</summary>
public static class InstitutionJson
{
    /// <exception cref="JsonException">A file is malformed or an entry lacks its code or a name.</exception>
    public static Institution Read(string bodiesJson, string statesJson, Calendar calendar)
    {
        using var bodies = JsonDocument.Parse(bodiesJson);
        using var states = JsonDocument.Parse(statesJson);
        return new Institution(
            calendar,
            bodies.RootElement.GetProperty("bodies").EnumerateArray().Select(ReadBody).ToDictionary(b => b.Code),
            states.RootElement.GetProperty("states").EnumerateArray().ToDictionary(s => Text(s, "code"), Name))
        {
            Members = [.. states.RootElement.GetProperty("states").EnumerateArray().Where(IsMember)
                .Select(s => Text(s, "code"))],
        };
    }

    // A file that says nothing about membership lists members only.
    private static bool IsMember(JsonElement entry) =>
        !entry.TryGetProperty("member", out var member) || member.GetBoolean();

    private static Body ReadBody(JsonElement entry) =>
        new(Text(entry, "code"), Name(entry), entry.TryGetProperty("perState", out var perState)
            && perState.GetBoolean())
        {
            NameOfAll = entry.TryGetProperty("enAll", out _) ? new(Text(entry, "enAll"), Text(entry, "frAll"))
                : Name(entry),
        };

    private static Bilingual Name(JsonElement entry) => new(Text(entry, "en"), Text(entry, "fr"));

    private static string Text(JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) && value.GetString() is { Length: > 0 } text
            ? text
            : throw new JsonException($"An entry lacks its {member}: {entry}");
}
