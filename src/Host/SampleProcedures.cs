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

    private static readonly TimeOnly Morning = new(9, 0);

    // Elections of judges at four stages, and one procedure of every other kind; terms end on their usual days.
    private static readonly Sample[] Samples =
    [
        Judge("EE", 20), Judge("PT", 15), Judge("NO", 6),
        Judge("SI", 7) with { Script = AnswerScript.Empty.With(new ScriptedAnswer("P1.07") { IsSilent = true }) },
        new("secretary-general-election", today => Next(today, 9, 17, 6)),
        new("deputy-secretary-general", today => Next(today, 8, 31, 6)),
        new("assembly-secretary-general", today => Next(today, 2, 28, 9)),
        new("commissioner-election", today => Next(today, 3, 31, 4)),
        new("cpt-member-election", today => Next(today, 12, 19, 8),
            ("State", Value.Of("IE")), ("PartyStatus", Value.Of("Member"))),
    ];

    public async Task OpenAsync(CancellationToken cancel)
    {
        var published = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var row in await store.DefinitionsAsync(publishedOnly: true, cancel))
            if (await library.PublishedAsync(row.DefinitionId, cancel) is { } definition)
                published[row.DefinitionId] = definition;
        var rehearsal = new Rehearsal.Rehearsal(engine, published.GetValueOrDefault);
        foreach (var sample in Samples)
            if (published.TryGetValue(sample.DefinitionId, out var definition))
                await OpenAsync(sample, definition, rehearsal, cancel);
    }

    private async Task OpenAsync(
        Sample sample, Definition definition, Rehearsal.Rehearsal rehearsal, CancellationToken cancel)
    {
        var today = ParisTime.DayOf(clock.GetUtcNow());
        var inputs = Value.MapOf(
            [.. sample.Inputs, ("TermEnds", Value.Of(sample.TermEnds(today).ToString("yyyy-MM-dd")))]);
        var start = rehearsal.StartInTime(definition, inputs, today);
        if (start >= today) start = today.AddDays(-1);
        var year = rehearsal.Run(definition, inputs, sample.Script, start, until: today.AddDays(-1));
        var course = new SampleCourse(store, Conductor(start, out var time), Postman(time), time);
        await course.RunAsync(definition, inputs, year, clock.GetUtcNow(), cancel);
    }

    private static Sample Judge(string state, int monthsToEnd) =>
        new("judge-election", today => today.AddMonths(monthsToEnd), ("State", Value.Of(state)));

    // The next such day that is at least so many months away.
    private static DateOnly Next(DateOnly today, int month, int day, int months)
    {
        var earliest = today.AddMonths(months);
        var inThatYear = new DateOnly(earliest.Year, month, day);
        return inThatYear >= earliest ? inThatYear : inThatYear.AddYears(1);
    }

    private Conductor Conductor(DateOnly start, out SampleClock time)
    {
        time = new SampleClock(ParisTime.At(start, Morning));
        return new Conductor(store, engine, library, writer, time);
    }

    private Postman Postman(SampleClock time) =>
        new(store, new LetterFolder(settings.LetterFolder), letters, time, new PostmanOptions { Batch = 1000 });

    private sealed record Sample(
        string DefinitionId, Func<DateOnly, DateOnly> TermEnds, params (string Name, Value Value)[] Inputs)
    {
        public AnswerScript Script { get; init; } = AnswerScript.Empty;
    }
}
