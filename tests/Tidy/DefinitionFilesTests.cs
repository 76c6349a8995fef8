using System.Text.Json;

namespace Procedures.Tidy;

/// <summary>Every definition that we ship stays small enough for Studio and names the law it rests on.</summary>
public sealed class DefinitionFilesTests
{
    public static TheoryData<string> Definitions =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.json")
        .Where(p => File.ReadAllText(p).Contains("\"root\"", StringComparison.Ordinal))
            .Select(p => Path.GetFileName(p)!)];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Has_fewer_than_60_nodes(string file) => Assert.InRange(Activities(file).Count, 1, 59);

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Each_node_names_its_legal_source(string file)
    {
        var silent = Activities(file)
            .Where(a => !(a.TryGetProperty("customProperties", out var c) && c.TryGetProperty("legalSource", out var s)
                && s.GetString() is { Length: > 0 }))
            .Select(a => a.GetProperty("id").GetString()).ToArray();
        Assert.True(silent.Length == 0, $"{file}: no legal source on {string.Join(", ", silent)}");
    }

    private static List<JsonElement> Activities(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflows", file)));
        return [.. document.RootElement.Clone().GetProperty("root").GetProperty("activities").EnumerateArray()];
    }
}
