using System.Diagnostics;

namespace Procedures.Reliability.Planted;

/// <summary>
/// Copies the program, plants every fault behind a switch, builds once, and runs the tests once for each fault: the
/// figure that says whether the others mean anything.
/// </summary>
internal static class PlantedFaults
{
    private const string Name = "planted faults";
    private static readonly TimeSpan LongestSuite = TimeSpan.FromMinutes(10);
    private static readonly string[] Suites = ["Workflows.Tests", "Activities.Tests", "Storage.Tests", "Runtime.Tests"];

    private const string Switch = """
        namespace Procedures;
        internal static class Planted
        {
            private static readonly string? Fault = System.Environment.GetEnvironmentVariable("PLANTED_FAULT");
            public static bool Is(string id) => Fault == id;
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
            if (Suites.Select(suite => FirstFailure(copy, suite, "none")).FirstOrDefault(f => f is not null) is { } failure)
                throw new InvalidOperationException($"{failure} fails without any planted fault.");
            var caught = faults.Select(fault => (Fault: fault, By: CaughtBy(copy, fault, progress))).ToArray();
            var survivors = caught.Where(c => c.By is null).ToArray();
            return new Outcome(
                [new Figure("Planted faults, one at a time", faults.Length, faults.Length - survivors.Length, survivors.Length,
                    "distinct: caught by a test; broken: survived. "
                    + string.Join(", ", caught.Select(c => $"{c.Fault.Id}: {c.By ?? "survived"}")), watch.Elapsed)],
                [.. survivors.Select(s => new Finding(Name, s.Fault.Id, $"No test notices: {s.Fault.Breaks}"))]);
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

    private static string? CaughtBy(string copy, PlantedFault fault, TextWriter progress)
    {
        // The tests of the project in which the fault stands see it soonest.
        var own = fault.File.Split('/')[1] + ".Tests";
        var by = Suites.OrderBy(suite => suite != own).Select(suite => FirstFailure(copy, suite, fault.Id))
            .FirstOrDefault(failure => failure is not null);
        progress.WriteLine($"  {fault.Id}: {by ?? "survived"}");
        return by;
    }

    private static string? FirstFailure(string copy, string suite, string fault)
    {
        var run = Output(copy, "dotnet", ["test", $"tests/{suite}", "--no-build", "-nologo", "-v", "m"], fault);
        if (run.Status == 0) return null;
        var line = run.Output.Split('\n').FirstOrDefault(l => l.Contains(" [FAIL]", StringComparison.Ordinal));
        return line is null ? $"{suite} did not end well" : NameIn(line);
    }

    // [xUnit.net 00:00:01.02]     Procedures.Deadlines.ReminderPlanTests.Reminders_come_in_order(days: 3) [FAIL]
    private static string NameIn(string line) =>
        line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0].Split('(')[0].Replace(
            "Procedures.", "", StringComparison.Ordinal);

    private static (int Status, string Output) Output(string folder, string program, params string[] arguments) =>
        Output(folder, program, arguments, "none");

    private static (int Status, string Output) Output(string folder, string program, string[] arguments, string fault)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PLANTED_FAULT"] = fault;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        // A fault may make the program run in circles; a suite that does not end has noticed it.
        using var limit = new Timer(_ => process.Kill(entireProcessTree: true), null, LongestSuite, Timeout.InfiniteTimeSpan);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
