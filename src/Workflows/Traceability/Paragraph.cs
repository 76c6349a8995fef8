namespace Procedures.Traceability;

/// <summary>One paragraph of a rule set, as definitions cite it.</summary>
/// <param name="Id">Section and number with dots, as in v.5.iii, ii.A.23.1 or vii.Annex 1.</param>
/// <param name="About">What the paragraph rules, in our own words.</param>
/// <param name="WithoutNode">Why no activity carries it out, or null where one must.</param>
public sealed record Paragraph(string Id, string About, string? WithoutNode)
{
    /// <summary>The section: everything before the first dot.</summary>
    public string Section => Id.Split('.')[0];

    /// <summary>Whether a citation names this paragraph, or one that it is a part of.</summary>
    public bool IsWithin(string cited) =>
        Id == cited || Id.StartsWith(cited + ".", StringComparison.Ordinal);
}
