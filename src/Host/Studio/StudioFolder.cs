using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Procedures.Studio;

/// <summary>The files of Elsa Studio beside the program, listed once: nothing else can be asked for.</summary>
internal sealed partial class StudioFolder
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8", [".cur"] = "image/x-icon", [".dat"] = "application/octet-stream",
        [".ico"] = "image/x-icon", [".js"] = "text/javascript; charset=utf-8", [".json"] = "application/json",
        [".png"] = "image/png", [".svg"] = "image/svg+xml", [".ttf"] = "font/ttf", [".wasm"] = "application/wasm",
        [".webmanifest"] = "application/manifest+json", [".woff"] = "font/woff", [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // So many files are four fifths of the first visit, and few enough to be named in a page.
    private const int FetchedAhead = 30;

    private readonly FrozenDictionary<string, StudioFile> _files;

    /// <param name="folder">Where the files lie. It may be missing: then Studio is not installed.</param>
    public StudioFolder(string folder)
    {
        var paths = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal)
            : [];
        _files = paths
            .Where(path => Types.ContainsKey(Path.GetExtension(path)))
            .ToFrozenDictionary(
                path => Path.GetRelativePath(folder, path).Replace('\\', '/'), path => Describe(path, paths),
                StringComparer.Ordinal);
        Heaviest =
        [
            .. _files.Where(f => f.Value.IsFingerprinted && !OtherCultures().IsMatch(f.Key) || Editors().IsMatch(f.Key))
                .OrderByDescending(f => new FileInfo(f.Value.Path).Length).ThenBy(f => f.Key, StringComparer.Ordinal)
                .Take(FetchedAhead).Select(f => $"/studio/{f.Key}"),
        ];
    }

    public bool IsInstalled => _files.ContainsKey("_framework/blazor.webassembly.js");

    /// <summary>The addresses of the largest files of a first visit, the largest first.</summary>
    public IReadOnlyList<string> Heaviest { get; }

    public StudioFile? Find(string path) => _files.GetValueOrDefault(path);

    private static StudioFile Describe(string path, HashSet<string> paths)
    {
        var info = new FileInfo(path);
        var tag = string.Create(CultureInfo.InvariantCulture, $"{info.Length:x}-{info.LastWriteTimeUtc.Ticks:x}");
        var isFramework = path.Contains("_framework", StringComparison.Ordinal);
        return new StudioFile(
            path, Types[info.Extension], tag, isFramework && Fingerprint().IsMatch(info.Name),
            paths.Contains(path + ".br"), paths.Contains(path + ".gz"));
    }

    // Texts that Studio asks for only in another culture.
    [GeneratedRegex(@"/[a-z]{2,3}(-[A-Za-z]+)?/")]
    private static partial Regex OtherCultures();

    // The editors of drawings and of code, the two large files outside the framework.
    [GeneratedRegex(@"(/designer\.entry|/vs/editor\.api-\w+)\.js$")]
    private static partial Regex Editors();

    [GeneratedRegex(@"\.[a-z0-9]{10}\.[a-z]+$")]
    private static partial Regex Fingerprint();
}
