using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;
using Procedures.Storage.Sqlite;

namespace Procedures.Bench;

/// <summary>The list of procedures on SQLite, with as many procedures as the goal names.</summary>
internal static class StoreFigures
{
    private const int Batch = 500;
    private static readonly string[] States = ["EE", "FR", "AL", "PT", "SE", "CY", "IE"];

    public static async Task<Figure> ListAsync(Subject subject, int procedures, TextWriter progress)
    {
        var folder = Directory.CreateTempSubdirectory("procedures-bench-");
        try
        {
            await using var store = SqliteStore.Open(
                Path.Combine(folder.FullName, "procedures.db"), json => new DefinitionReader(subject.Catalog).Read(json).Definition!);
            await FillAsync(subject, store, procedures, progress);
            var filters = new[] { ProcedureFilter.All, new ProcedureFilter { State = "FR" }, new ProcedureFilter { Text = "estonia" } };
            var times = new List<double>[filters.Length];
            for (var f = 0; f < filters.Length; f++) times[f] = await TimesAsync(store, filters[f]);
            return new($"list of {procedures:N0} procedures, first page, SQLite", "≤ 100 ms p95",
                $"{P95(times[0]):0.0} ms p95 unfiltered, {P95(times[1]):0.0} ms by state, {P95(times[2]):0.0} ms by text");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<double>> TimesAsync(SqliteStore store, ProcedureFilter filter)
    {
        var times = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            await store.ProceduresAsync(filter, PageRequest.First);
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }

    private static async Task FillAsync(Subject subject, SqliteStore store, int procedures, TextWriter progress)
    {
        var now = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
        for (var first = 0; first < procedures; first += Batch)
        {
            var steps = Enumerable.Range(first, Batch).Select(i => Open(subject, i, now)).ToArray();
            await store.CommitAsync(new CommitBatch([.. steps]));
            if (first % 10_000 == 0) await progress.WriteLineAsync($"  {first:N0} of {procedures:N0} procedures written");
        }
    }

    private static StepCommit Open(Subject subject, int number, DateTimeOffset now)
    {
        var opening = new Stimulus.Opened(Value.MapOf(
            ("State", Value.Of(States[number % States.Length])),
            ("TermEnds", Value.Of(new DateOnly(2028, 1, 1).AddDays(number % 1500).ToString("yyyy-MM-dd")))));
        var procedure = Procedure.Draft($"judge-{number}", subject.JudgeElection);
        return new StepCommit(subject.Engine.Advance(procedure, opening, now), opening);
    }

    private static double P95(List<double> times) => times.Order().ElementAt(times.Count * 95 / 100);
}
