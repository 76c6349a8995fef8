using System.Runtime.InteropServices;
using Procedures.Bench;

// Measures what the README promises and writes bench/results.md. Run it as bench/run;
// "bench/run studio" prints the figures of the designer alone and writes nothing.
var root = args is [var given, ..] ? given : Directory.GetCurrentDirectory();
var subject = new Subject(root);
var figures = new List<Figure>();
if (args is [_, "studio"])
{
    await foreach (var figure in StudioFigures.MeasureAsync(root)) Add(figure);
    return;
}
Console.WriteLine("The engine …");
foreach (var figure in EngineFigures.Measure(subject)) Add(figure);
Console.WriteLine("The store …");
Add(await StoreFigures.ListAsync(subject, 100_000, Console.Out));
Add(await MandateFigures.PageAsync(subject, root, 1000));
Console.WriteLine("The host …");
Add(await HostFigures.FirstPageAsync(root));
Console.WriteLine("Studio …");
await foreach (var figure in StudioFigures.MeasureAsync(root)) Add(figure);

var lines = new List<string>
{
    "# Figures", "",
    $"Written by `bench/run` on {DateTime.UtcNow:yyyy-MM-dd}: {Environment.ProcessorCount} cores, "
        + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}. "
        + "The machine was shared; compare figures of one run only.", "",
    "| What | Goal | Measured |", "|---|---|---|",
};
lines.AddRange(figures.Select(f => $"| {f.What} | {f.Goal} | {f.Measured} |"));
await File.WriteAllLinesAsync(Path.Combine(root, "bench", "results.md"), lines);
foreach (var line in lines) Console.WriteLine(line);

void Add(Figure figure)
{
    figures.Add(figure);
    Console.WriteLine($"  {figure.What}: {figure.Measured}");
}
