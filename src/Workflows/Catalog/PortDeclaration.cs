namespace Procedures.Catalog;

/// <summary>
/// A port of an activity type: an outcome from which connections leave, or a place for an embedded activity.
/// </summary>
public sealed record PortDeclaration(string Name, Bilingual DisplayName, bool IsEmbedded = false)
{
    /// <summary>The member of the definition's JSON that holds the embedded activity.</summary>
    public string Member { get; } = char.ToLowerInvariant(Name[0]) + Name[1..];
}
