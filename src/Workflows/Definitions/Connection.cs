namespace Procedures.Definitions;

/// <summary>An arrow of a flowchart: from an outcome of one activity to another activity.</summary>
/// <param name="Port">The outcome for which the arrow is followed; Done when the file says nothing.</param>
public sealed record Connection(string Source, string Port, string Target)
{
    /// <summary>A text that names the arrow within its flowchart.</summary>
    public string Key { get; } = $"{Source}:{Port}->{Target}";
}
