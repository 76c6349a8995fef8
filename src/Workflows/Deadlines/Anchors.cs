using System.Collections.Immutable;

namespace Procedures.Deadlines;

/// <summary>Dates of reference as a plain immutable table.</summary>
public sealed record Anchors : IAnchors
{
    private readonly ImmutableDictionary<string, Entry> _entries;

    private Anchors(ImmutableDictionary<string, Entry> entries) => _entries = entries;

    public static Anchors Empty { get; } = new(ImmutableDictionary<string, Entry>.Empty);

    /// <summary>The names that have a value, in ordinal order.</summary>
    public IEnumerable<string> Names => _entries.Keys.Order(StringComparer.Ordinal);

    /// <summary>The same table with one value set or replaced.</summary>
    public Anchors With(string name, AnchorValue value, Bilingual? label = null, bool provisional = false) =>
        new(_entries.SetItem(name, new Entry(value, label, provisional)));

    /// <summary>The same table with one day set or replaced.</summary>
    public Anchors With(string name, DateOnly day, Bilingual? label = null, bool provisional = false) =>
        With(name, new AnchorValue.Day(day), label, provisional);

    /// <summary>The same table with one part-session set or replaced.</summary>
    public Anchors With(string name, PartSession part, Bilingual? label = null, bool provisional = false) =>
        With(name, new AnchorValue.Part(part), label, provisional);

    public AnchorValue? Find(string name) => _entries.GetValueOrDefault(name)?.Value;

    public bool IsProvisional(string name) => _entries.GetValueOrDefault(name) is { Provisional: true };

    public Bilingual? LabelOf(string name) => _entries.GetValueOrDefault(name)?.Label;

    private sealed record Entry(AnchorValue Value, Bilingual? Label, bool Provisional);
}
