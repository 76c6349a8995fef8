using System.Runtime.CompilerServices;

namespace Procedures.Definitions;

/// <summary>Definitions as Elsa Studio 3.8 saves and exports them.</summary>
internal static class Corpus
{
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder(), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(StringComparer.Ordinal);

    public static TheoryData<string> Each => [.. Names];

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder(), name + ".json"));

    /// <summary>Changes to files of the corpus and what must be found.</summary>
    public static string Mistakes => File.ReadAllText(Path.Combine(Folder(), "..", "mistakes.txt"));

    /// <summary>The definition of that name, which must be read without any finding.</summary>
    public static Definition Read(string name)
    {
        var reading = FakeCatalog.Reader.Read(Text(name));
        Assert.Empty(reading.Findings);
        return reading.Definition!;
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "corpus");
}
