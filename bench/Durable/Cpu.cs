using System.Globalization;

namespace Procedures.Bench;

/// <summary>Processor time used so far, by /proc: of this program, of programs that it ran, and of PostgreSQL.</summary>
internal readonly record struct Cpu(TimeSpan Engine, TimeSpan Database)
{
    // The kernel counts in hundredths of a second on every platform that we know.
    private const double TicksPerSecond = 100;

    /// <summary>Now.</summary>
    /// <param name="server">PostgreSQL's first process.</param>
    public static Cpu Now(int server)
    {
        var own = Read(Environment.ProcessId);
        var database = TimeSpan.Zero;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) continue;
            var process = Read(id);
            // Connections that have ended are counted by their parent.
            if (id == server) database += process.Own + process.Ended;
            else if (process.Parent == server) database += process.Own;
        }
        return new(own.Own + own.Ended, database);
    }

    public static Cpu operator -(Cpu one, Cpu other) => new(one.Engine - other.Engine, one.Database - other.Database);

    /// <summary>The child processes of a process.</summary>
    public static IEnumerable<int> ChildrenOf(int parent) =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && Read(id).Parent == parent).ToArray();

    /// <summary>Resident memory of a process in bytes.</summary>
    public static long MemoryOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }

    private static (int Parent, TimeSpan Own, TimeSpan Ended) Read(int process)
    {
        string text;
        try
        {
            text = File.ReadAllText($"/proc/{process}/stat");
        }
        catch (IOException)
        {
            return default;
        }
        // The name of the program stands in brackets and may hold anything.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        TimeSpan Of(int at) => TimeSpan.FromSeconds(
            (long.Parse(fields[at], CultureInfo.InvariantCulture) + long.Parse(fields[at + 1], CultureInfo.InvariantCulture))
            / TicksPerSecond);
        return (int.Parse(fields[1], CultureInfo.InvariantCulture), Of(11), Of(13));
    }
}
