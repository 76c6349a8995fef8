using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Procedures.Bench;

/// <summary>bench/results.md: a section for each part, each with the commit, the day and the machine of its run.</summary>
internal sealed class Results(string root, Action<string> say)
{
    public const string Engine = "The durable engine on PostgreSQL";
    public const string Peers = "Other engines on the same PostgreSQL";

    private static readonly Dictionary<string, string> Introductions = new()
    {
        [Engine] = "C is what pgbench does with the rows of one step in six round trips from 16 clients: the state of 2 kB "
            + "updated, a journal entry inserted, a wait deleted and inserted. Each rate stands beside the C of its own "
            + "round; medians of three rounds in turn. CPU is what one operation costs in the engine's process and in "
            + "PostgreSQL together; it moves less than rates do on a machine that others use. Autovacuum is off: VACUUM ANALYZE "
            + "runs before each measurement, not in the midst of the next one.",
        [Peers] = "Each does its part of the same work, with the settings that its own documents recommend, in turn with our "
            + "engine and with C (above); medians of three rounds. Ratios are of one round. Ours and DBOS write a workflow's "
            + "state and steps; pg-boss, graphile-worker and Quartz only fire a job. Ours counts lateness after the commit, the "
            + "others when their code is called.",
    };

    private readonly List<(string Title, List<Figure> Figures)> _sections = [];

    private string File => Path.Combine(root, "bench", "results.md");

    public async Task AddAsync(string title, IAsyncEnumerable<Figure> figures)
    {
        var list = new List<Figure>();
        _sections.Add((title, list));
        await foreach (var figure in figures)
        {
            list.Add(figure);
            say($"{figure.What}: {figure.Measured}");
        }
    }

    /// <summary>Writes the sections that were measured; those of before stay.</summary>
    public async Task WriteAsync()
    {
        var old = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File) : "";
        var kept = old.Split("\n## ").Skip(1).Select(text => (Title: text.Split('\n')[0], Text: "## " + text.TrimEnd()))
            .ToDictionary(s => s.Title, s => s.Text);
        foreach (var (title, figures) in _sections) kept[title] = Section(title, figures);
        await System.IO.File.WriteAllTextAsync(File, $"""
            # Figures

            Written by `bench/run` (one part: `bench/run engine`, `bench/run peers`; the designer alone, printed only:
            `bench/run studio`). Compare figures of one run only.

            {string.Join("\n\n", kept.Values)}

            """);
    }

    public void Print()
    {
        foreach (var (title, figures) in _sections) Console.WriteLine(Section(title, figures));
    }

    private string Section(string title, List<Figure> figures) => string.Join('\n',
    [
        $"## {title}", "", $"Commit {Commit()}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC; {Machine()}.", "",
        .. Introductions.TryGetValue(title, out var introduction) ? new[] { introduction, "" } : [],
        "| What | Goal | Measured |", "|---|---|---|",
        .. figures.Select(f => $"| {f.What} | {f.Goal} | {f.Measured} |"),
    ]);

    private string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", root, "describe", "--always", "--dirty", "--exclude=*"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var text = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return text.Length > 0 ? text : "not known";
    }

    private static string Machine()
    {
        var model = System.IO.File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        var load = System.IO.File.ReadAllText("/proc/loadavg").Split(' ')[0];
        return $"{Environment.ProcessorCount} cores{(model is null ? "" : $" ({model.Split(':')[1].Trim()})")}, "
            + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB, {RuntimeInformation.OSDescription}, "
            + $"{RuntimeInformation.FrameworkDescription}, load {load} at the end";
    }
}
