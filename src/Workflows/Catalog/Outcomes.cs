using System.Collections.Immutable;

namespace Procedures.Catalog;

/// <summary>
/// The names of the ports through which a completed activity is left. Empty means that it was skipped.
/// </summary>
public sealed record Outcomes(ImmutableArray<string> Names)
{
    public static readonly Outcomes Done = new(["Done"]);
    public static readonly Outcomes None = new([]);

    public static Outcomes Of(params ReadOnlySpan<string> names) => names.IsEmpty ? Done : new([.. names]);
    public bool Has(string? port) => Names.Contains(port ?? "Done");

    public bool Equals(Outcomes? other) => other is not null && Names.SequenceEqual(other.Names);
    public override int GetHashCode() => Names.Aggregate(23, HashCode.Combine);
}
