namespace Procedures.Commands;

/// <summary>An option that a command understands, as its help shows it.</summary>
/// <param name="Name">With its dashes: --input.</param>
/// <param name="Value">What stands after it, such as NAME=VALUE; null for a plain switch.</param>
/// <param name="Meaning">One sentence for the help.</param>
/// <param name="IsRepeatable">Whether it may be given several times.</param>
public sealed record Option(string Name, string? Value, Bilingual Meaning, bool IsRepeatable = false)
{
    /// <summary>The option as it is typed.</summary>
    public string Form => Value is null ? Name : $"{Name} {Value}";
}
