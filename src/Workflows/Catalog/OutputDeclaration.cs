namespace Procedures.Catalog;

/// <summary>An output of an activity type, which a definition may bind to a variable or a workflow output.</summary>
public sealed record OutputDeclaration(string Name, string TypeName, Bilingual DisplayName, Bilingual Description)
{
    /// <summary>The member of the definition's JSON that holds the binding.</summary>
    public string Member { get; } = char.ToLowerInvariant(Name[0]) + Name[1..];
}
