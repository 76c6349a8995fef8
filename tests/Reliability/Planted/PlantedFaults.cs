using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Procedures.Reliability.Planted;

/// <summary>
/// Copies the program, plants every fault behind a switch, builds once, and runs the tests once for each fault: the
/// figure that says whether the others mean anything.
/// </summary>
internal static class PlantedFaults
{
    private const string Name = "planted faults";
    // A suite that runs in circles is told from a slow machine by what the same suite needs without the fault.
    private const int Margin = 3;
    private static readonly TimeSpan ShortestBound = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestSuite = TimeSpan.FromMinutes(20);
    private static readonly string[] Suites = ["Workflows.Tests", "Activities.Tests", "Storage.Tests", "Runtime.Tests"];

    // A process in which the fault runs ends itself when it is told to: what the tests have started, a PostgreSQL for one,
    // sees that and ends too, which it would not when the whole tree were killed from above.
    private const string Switch = """
        namespace Procedures;
        internal static class Planted
        {
            private static readonly string? Fault = System.Environment.GetEnvironmentVariable("PLANTED_FAULT");
            public static bool Is(string id) => Fault == id;

            [System.Runtime.CompilerServices.ModuleInitializer]
            internal static void Watch()
            {
                if (System.Environment.GetEnvironmentVariable("PLANTED_STOP") is not { } file) return;
                new System.Threading.Thread(() =>
                {
                    while (!System.IO.File.Exists(file)) System.Threading.Thread.Sleep(200);
                    System.Diagnostics.Process.GetCurrentProcess().Kill();
                }) { IsBackground = true }.Start();
            }
        }
        """;

    /// <param name="only">The ids of those that are tried; empty for all.</param>
    public static Outcome Run(string root, IReadOnlyCollection<string> only, TextWriter progress)
    {
        var watch = Stopwatch.StartNew();
        var faults = PlantedFault.All(root);
        if (only.Except(faults.Select(f => f.Id)).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"No fault is called {unknown}.");
        if (only.Count > 0) faults = [.. faults.Where(f => only.Contains(f.Id))];
        var copy = Directory.CreateTempSubdirectory("planted-").FullName;
        try
        {
            Copy(root, copy);
            foreach (var fault in faults) PlantInto(copy, fault);
            foreach (var project in faults.Select(f => string.Join('/', f.File.Split('/')[..2])).Distinct())
                File.WriteAllText(Path.Combine(copy, project, "Planted.cs"), Switch);
            foreach (var suite in Suites) Build(copy, suite);
            var undisturbed = Suites.ToDictionary(suite => suite, suite => Undisturbed(copy, suite));
            progress.WriteLine("  without a fault: " + string.Join(", ", undisturbed.Select(s =>
                string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value.TotalSeconds:F0} s"))));
            var caught = faults.Select(fault =>
                new CaughtFault(fault.Id, fault.Breaks, CaughtBy(copy, fault, undisturbed, progress))).ToImmutableArray();
            var survivors = caught.Where(c => c.By is null).ToArray();
            return new Outcome(
                [
                    new Figure("Planted faults, one at a time", faults.Length, faults.Length - survivors.Length, survivors.Length,
                        "distinct: noticed by a test; broken: noticed by none; which by which stands below", watch.Elapsed)
                    {
                        Caught = caught,
                    },
                ],
                [.. survivors.Select(s => new Finding(Name, s.Id, $"No test notices: {s.Breaks}"))]);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static void Copy(string root, string copy)
    {
        foreach (var file in Output(root, "git", "ls-files").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var to = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(root, file), to);
        }
        // What npm has installed for a test is not kept by git.
        foreach (var suite in Suites)
            foreach (var lockFile in Directory.EnumerateFiles(
                Path.Combine(copy, "tests", suite), "package-lock.json", SearchOption.AllDirectories).ToArray())
                Link(root, copy, Path.Combine(Path.GetDirectoryName(lockFile)!, "node_modules"));
    }

    private static void Link(string root, string copy, string folder)
    {
        var original = Path.Combine(root, Path.GetRelativePath(copy, folder));
        if (Directory.Exists(original)) Directory.CreateSymbolicLink(folder, original);
    }

    private static void PlantInto(string copy, PlantedFault fault)
    {
        var path = Path.Combine(copy, fault.File);
        File.WriteAllText(path, fault.Plant(File.ReadAllText(path)));
    }

    private static void Build(string copy, string suite)
    {
        var build = Output(copy, "dotnet", "build", $"tests/{suite}", "-nologo", "-v", "q", "-nodeReuse:false",
            "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false", "-p:RunAnalyzers=false");
        if (build.Status != 0) throw new InvalidOperationException($"The planted program does not build:\n{build.Output}");
    }

    private static string? CaughtBy(
        string copy, PlantedFault fault, IReadOnlyDictionary<string, TimeSpan> undisturbed, TextWriter progress)
    {
        // The tests of the project in which the fault stands see it soonest.
        var own = fault.File.Split('/')[1] + ".Tests";
        var by = Suites.OrderBy(suite => suite != own).Select(suite => Noticed(copy, suite, fault.Id, undisturbed[suite]))
            .FirstOrDefault(failure => failure is not null);
        progress.WriteLine($"  {fault.Id}: {by ?? "survived"}");
        return by;
    }

    /// <returns>How the suite notices the fault; null when it does not.</returns>
    private static string? Noticed(string copy, string suite, string fault, TimeSpan undisturbed)
    {
        while (true)
        {
            var bound = BoundOf(undisturbed);
            var end = Run(copy, suite, fault, bound);
            if (end.Failed is not null || !end.IsOverdue) return end.Failed ?? (end.IsWell ? null : $"{suite} did not end well");
            // It may be the machine that is slow just now: what counts is that the same suite is far from the bound without
            // the fault.
            var control = Undisturbed(copy, suite);
            if (control * Margin <= bound)
                return string.Create(CultureInfo.InvariantCulture,
                    $"{suite} did not end in {bound.TotalSeconds:F0} s; without the fault it did in {control.TotalSeconds:F0} s");
            undisturbed = control;
        }
    }

    private static TimeSpan BoundOf(TimeSpan undisturbed) =>
        undisturbed * (Margin + 1) is var bound && bound < ShortestBound ? ShortestBound : bound;

    private static TimeSpan Undisturbed(string copy, string suite)
    {
        var end = Run(copy, suite, "none", LongestSuite);
        return end.IsWell && end.Failed is null
            ? end.Took
            : throw new InvalidOperationException($"{end.Failed ?? suite} fails without any planted fault.");
    }

    private static SuiteEnd Run(string copy, string suite, string fault, TimeSpan bound) => SuiteRun.Run(
        copy, "dotnet", ["test", $"tests/{suite}/bin/Debug/net10.0/Procedures.{suite}.dll", "--nologo"], fault, bound);

    private static (int Status, string Output) Output(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
