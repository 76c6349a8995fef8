using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Rehearsal;
using Procedures.Soundness;

namespace Procedures.Reliability.Malformed;

/// <summary>Delivered definitions, damaged by seed: read, examined by the publish gate and, where accepted, opened.</summary>
internal static class DamagedDefinitions
{
    private const string Name = "damaged definitions";
    private static readonly DateTimeOffset Opening = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static Outcome Run(Delivered delivered, int count, int firstSeed)
    {
        var watch = Stopwatch.StartNew();
        var files = delivered.Definitions.Select(d => DefinitionWriter.Write(d)).ToArray();
        var findings = new ConcurrentBag<Finding>();
        var ends = new ConcurrentDictionary<string, int>();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var seed = firstSeed + i;
            var file = new Mutation(new Random(seed)).Of(files[i % files.Length]);
            try
            {
                ends.AddOrUpdate(EndOf(delivered, file), 1, (_, n) => n + 1);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                findings.Add(new Finding(Name, $"seed {seed}", $"{exception.GetType().Name}: {exception.Message}"));
            }
        });
        var note = $"from seed {firstSeed}; " + string.Join(", ", ends.OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Key}: {e.Value}")));
        return new Outcome(
            [new Figure("Damaged definitions: read, examined, opened", count, ends.Count, findings.Count, note, watch.Elapsed)],
            [.. findings]);
    }

    private static string EndOf(Delivered delivered, byte[] file)
    {
        var reading = new DefinitionReader(delivered.Catalog).Read(file);
        if (reading.Definition is not { } definition)
            return reading.Findings.All(f => f.Place.Length > 0) ? "refused with a place" : throw new InvalidOperationException(
                "A refusal names no place.");
        var gate = new PublishGate(delivered.Catalog) { Children = delivered.Find };
        if (reading.HasErrors || gate.Examine(definition).Any(f => f.Severity != FindingSeverity.Warning))
            return "not published";
        var world = new World(delivered.Engine, delivered.Find, Opening);
        var procedure = world.Open("1", definition, new Stimulus.Opened(Value.Map.Empty));
        return procedure.Incidents.IsEmpty ? "opened" : "opened with an incident";
    }
}
