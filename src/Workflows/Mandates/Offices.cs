using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Procedures.Mandates;

/// <summary>The offices that the register knows, as workflows/offices.json gives them.</summary>
public sealed class Offices(ImmutableArray<Office> all)
{
    public static readonly Offices None = new([]);

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Office> All { get; } = all;

    public Office? Find(string code) => All.FirstOrDefault(o => o.Code == code);

    /// <summary>The office that a procedure of that definition fills.</summary>
    public Office? FilledBy(string definitionId) => All.FirstOrDefault(o => o.DefinitionId == definitionId);

    /// <summary>Reads the file.</summary>
    /// <param name="members">The codes of the present member states.</param>
    /// <exception cref="JsonException">The file is malformed, an entry lacks a member, or an office has no
    /// rule.</exception>
    public static Offices Read(string json, params IEnumerable<string> members)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var codes = members.ToImmutableSortedSet(StringComparer.Ordinal);
            var offices = document.RootElement.GetProperty("offices").EnumerateArray()
                .Select(entry => ReadOffice(entry) with { Members = codes }).ToImmutableArray();
            // A finished procedure says by its definition which office it has filled.
            if (offices.GroupBy(o => o.DefinitionId).FirstOrDefault(g => g.Count() > 1) is { } shared)
                throw new JsonException($"Two offices share the definition {shared.Key}.");
            return new Offices(offices);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new JsonException($"The file of offices cannot be read: {problem.Message}", problem);
        }
    }

    private static Office ReadOffice(JsonElement entry)
    {
        var code = entry.GetProperty("code").GetString()!;
        var rules = entry.GetProperty("terms").EnumerateArray().Select(ReadRule).OrderBy(r => r.From)
            .ToImmutableArray();
        if (rules.IsEmpty) throw new JsonException($"The office {code} has no rule on its terms.");
        return new Office(code, Both(entry, "en", "fr"), entry.GetProperty("definition").GetString()!)
        {
            IsPerState = entry.TryGetProperty("perState", out var perState) && perState.GetBoolean(),
            StaysUntilReplaced = entry.TryGetProperty("staysUntilReplaced", out var stays) && stays.GetBoolean(),
            Rules = rules,
            Inputs = entry.GetProperty("inputs").EnumerateObject()
                .ToImmutableSortedDictionary(i => i.Name, i => i.Value.GetString()!, StringComparer.Ordinal),
        };
    }

    private static TermRule ReadRule(JsonElement entry)
    {
        var years = entry.GetProperty("years").GetInt32();
        return new TermRule(
            DateOnly.ParseExact(entry.GetProperty("from").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            years, Both(entry, "source", "sourceFr"))
        {
            MostYears = entry.TryGetProperty("mostYears", out var most) ? Math.Max(years, most.GetInt32()) : years,
            MostTerms = entry.TryGetProperty("mostTerms", out var terms) ? terms.GetInt32() : null,
        };
    }

    private static Bilingual Both(JsonElement entry, string english, string french) =>
        (entry.GetProperty(english).GetString()!, entry.GetProperty(french).GetString()!);
}
