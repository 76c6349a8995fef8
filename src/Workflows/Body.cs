namespace Procedures;

/// <summary>A body or role that acts in procedures.</summary>
/// <param name="IsPerState">True when there is one for each state: the government, the national delegation.</param>
public sealed record Body(string Code, Bilingual Name, bool IsPerState = false)
{
    /// <summary>The name when no state is named: “Governments of the member states”; else the name itself.</summary>
    public Bilingual NameOfAll { get; init; } = Name;
}
