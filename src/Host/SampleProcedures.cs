using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Letters;
using Procedures.Rehearsal;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures;

/// <summary>Opens procedures that are under way, so that a newcomer sees no empty page.</summary>
/// <remarks>
/// Each is rehearsed first; what the rehearsal answers up to today is then answered in earnest, each on its own day.
/// Their letters are written into the folder for letters.
/// </remarks>
public sealed class SampleProcedures(
    IProcedureStore store, Engine engine, DefinitionLibrary library, LetterWriter writer, LetterSettings letters,
    HostSettings settings, TimeProvider clock)
{
    /// <summary>The correlation id of samples, by which pages mark them.</summary>
    public const string Mark = "sample";

    private const string DefinitionId = "judge-election";
    private static readonly TimeOnly Morning = new(9, 0);

    private static readonly Sample[] Samples =
    [
        new("EE", MonthsToEnd: 20, AnswerScript.Empty),
        new("PT", MonthsToEnd: 15, AnswerScript.Empty),
        new("SI", MonthsToEnd: 7, AnswerScript.Empty.With(new ScriptedAnswer("P1.07") { IsSilent = true })),
        new("NO", MonthsToEnd: 6, AnswerScript.Empty),
    ];

    public async Task OpenAsync(CancellationToken cancel)
    {
        if (await library.PublishedAsync(DefinitionId, cancel) is not { } definition) return;
        var children = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var row in await store.DefinitionsAsync(publishedOnly: true, cancel))
            if (await library.PublishedAsync(row.DefinitionId, cancel) is { } published)
                children[row.DefinitionId] = published;
        var rehearsal = new Rehearsal.Rehearsal(engine, children.GetValueOrDefault);
        foreach (var sample in Samples) await OpenAsync(sample, definition, rehearsal, cancel);
    }

    private async Task OpenAsync(
        Sample sample, Definition definition, Rehearsal.Rehearsal rehearsal, CancellationToken cancel)
    {
        var today = ParisTime.DayOf(clock.GetUtcNow());
        var termEnds = today.AddMonths(sample.MonthsToEnd);
        var inputs = Value.MapOf(
            ("State", Value.Of(sample.State)), ("TermEnds", Value.Of(termEnds.ToString("yyyy-MM-dd"))));
        var start = rehearsal.StartInTime(definition, inputs, today);
        if (start >= today) start = today.AddDays(-1);
        var year = rehearsal.Run(definition, inputs, sample.Script, start, until: today.AddDays(-1));
        var course = new SampleCourse(store, Conductor(start, out var time), Postman(time), time);
        await course.RunAsync(definition, inputs, year, clock.GetUtcNow(), cancel);
    }

    private Conductor Conductor(DateOnly start, out SampleClock time)
    {
        time = new SampleClock(ParisTime.At(start, Morning));
        return new Conductor(store, engine, library, writer, time);
    }

    private Postman Postman(SampleClock time) =>
        new(store, new LetterFolder(settings.LetterFolder), letters, time, new PostmanOptions { Batch = 1000 });

    private sealed record Sample(string State, int MonthsToEnd, AnswerScript Script);
}
