using System.Runtime.CompilerServices;

namespace Procedures.Tidy;

/// <summary>The checkout that is being looked at.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static IEnumerable<SourceFile> Sources(params string[] folders) =>
        folders.SelectMany(folder => Files(folder, "*.cs")).Select(path => new SourceFile(path));

    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start)
            ? Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories).Where(p => !IsBuilt(p)).Order()
            : [];
    }

    private static bool IsBuilt(string path) =>
        path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "TestResults");

    private static string Here([CallerFilePath] string path = "") => path;
}
