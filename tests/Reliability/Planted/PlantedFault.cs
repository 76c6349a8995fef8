using System.Collections.Immutable;
using System.Text.Json;

namespace Procedures.Reliability.Planted;

/// <summary>A fault that is put into a copy of the program to see whether a test notices.</summary>
/// <param name="File">Below the repository's root.</param>
/// <param name="Find">A piece of code that stands once in the file.</param>
/// <param name="With">The same code with PLANTED where the fault is switched on.</param>
/// <param name="Breaks">What a user would suffer.</param>
internal sealed record PlantedFault(string Id, string File, string Find, string With, string Breaks)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static ImmutableArray<PlantedFault> All(string root) =>
        JsonSerializer.Deserialize<ImmutableArray<PlantedFault>>(
            System.IO.File.ReadAllText(Path.Combine(root, "tests", "Reliability", "Planted", "faults.json")), Web);

    /// <exception cref="InvalidOperationException">The code has changed: the piece stands there no longer, or twice.</exception>
    public string Plant(string code)
    {
        var places = code.Split(Find).Length - 1;
        if (places != 1)
            throw new InvalidOperationException($"The fault {Id} is looked for in {File} and found {places} times.");
        return code.Replace(
            Find, With.Replace("PLANTED", $"Procedures.Planted.Is(\"{Id}\")", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
