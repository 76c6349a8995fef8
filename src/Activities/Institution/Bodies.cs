using System.Collections.Frozen;
using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Deadlines;

namespace Procedures.Activities;

/// <summary>
/// The bodies and roles that the designer offers, read once from the delivered list (workflows/bodies.json).
/// </summary>
public static class Bodies
{
    /// <summary>In the order of the list.</summary>
    public static ImmutableArray<Body> All { get; } = Read();

    /// <summary>By code.</summary>
    public static FrozenDictionary<string, Body> ByCode { get; } = All.ToFrozenDictionary(b => b.Code);

    /// <summary>What a drop-down list shows: the name with its code.</summary>
    public static ImmutableArray<Choice> Choices { get; } =
        [.. All.Select(b => new Choice(b.Code, ($"{b.Name.English} ({b.Code})", $"{b.Name.French} ({b.Code})")))];

    private static ImmutableArray<Body> Read()
    {
        using var stream = typeof(Bodies).Assembly.GetManifestResourceStream("bodies.json")
            ?? throw new InvalidOperationException("The list of bodies is missing from the program.");
        using var reader = new StreamReader(stream);
        return [.. InstitutionJson.Read(reader.ReadToEnd(), """{"states": []}""", Calendar.Empty).Bodies.Values];
    }
}
