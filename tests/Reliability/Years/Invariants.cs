using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Journal;
using Procedures.Rehearsal;

namespace Procedures.Reliability.Years;

/// <summary>What must hold of every procedure whatever has happened to it. Few rules, none of them about one case.</summary>
internal static class Invariants
{
    /// <summary>The promises that this year breaks, in words; none when it keeps them all.</summary>
    public static ImmutableArray<string> Broken(RehearsedYear year, Delivered delivered) =>
    [
        .. year.All.SelectMany(p => OfProcedure(p, [.. year.Steps.Where(s => s.After.Id == p.Id)], delivered)),
        .. year.Procedure is { IsOver: false, Waits.IsEmpty: true, Incidents.IsEmpty: true }
            ? ["It is not over and waits for nothing."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> OfProcedure(Procedure procedure, ImmutableArray<Step> steps, Delivered delivered)
    {
        var named = (string what) => $"{procedure.Id}: {what}";
        return [.. Chain(procedure, steps).Select(named), .. Numbers(steps).Select(named),
            .. Waits(procedure).Select(named), .. Letters(steps).Select(named),
            .. Document(procedure, delivered).Select(named)];
    }

    private static IEnumerable<string> Chain(Procedure procedure, ImmutableArray<Step> steps)
    {
        var (number, head) = (0L, "");
        foreach (var entry in steps.SelectMany(s => s.Journal))
        {
            if (entry.Number != ++number) yield return $"Journal entry {entry.Number} stands where {number} should.";
            if (JournalChain.HashOf(procedure.Id, head, entry) != entry.Hash) yield return $"Entry {number} is not chained.";
            head = entry.Hash;
        }
        if (number != procedure.JournalLength || head != procedure.JournalHead)
            yield return "The journal ends elsewhere than the procedure says.";
    }

    private static IEnumerable<string> Numbers(ImmutableArray<Step> steps)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].After.Step != i + 1) yield return $"Step {steps[i].After.Step} is the {i + 1}th.";
            // A procedure that an incident has ended may begin anew as a whole.
            var isRevived = steps[i] is { Before.CanBeginAnew: true, Stimulus: Stimulus.Intervened { Act: Act.Restarted } };
            if (steps[i].Before.IsOver && !isRevived) yield return $"Step {i + 1} was taken after the end.";
            if (steps[i].Journal.IsEmpty) yield return $"Step {i + 1} left no trace in the journal.";
        }
    }

    private static IEnumerable<string> Waits(Procedure procedure)
    {
        if (procedure.IsOver && !procedure.Waits.IsEmpty) yield return "It is over and still waits.";
        foreach (var wait in procedure.Waits)
        {
            if (wait.Assignment is { IsOptional: false } && wait.Timetable is null)
                yield return $"{wait.ActivityId} is asked without a timetable.";
            if (wait.Id >= procedure.NextWait) yield return $"{wait.ActivityId} waits under a number not yet given.";
        }
        if (procedure.Waits.DistinctBy(w => w.Id).Count() != procedure.Waits.Length)
            yield return "Two waits have one number.";
    }

    private static IEnumerable<string> Letters(ImmutableArray<Step> steps)
    {
        var written = new HashSet<(int, string, string, int)>();
        var numbers = new Dictionary<(int, string), int>();
        foreach (var step in steps)
            foreach (var letter in step.Letters)
            {
                // After a move the same reminder is another letter: the calendar's sequence is a part of its identity.
                if (!written.Add((letter.Wait, letter.Occasion, letter.To,
                        letter.Wait == 0 ? step.After.Step : letter.CalendarSequence)))
                    yield return $"{letter.Occasion} of wait {letter.Wait} was written twice to {letter.To}.";
                // A calendar takes only an entry with a higher number than the one that it has.
                if (letter.Calendar != CalendarMark.None && letter.Wait > 0)
                {
                    if (numbers.TryGetValue((letter.Wait, letter.To), out var last) && letter.CalendarSequence <= last)
                        yield return $"{letter.Occasion} of wait {letter.Wait} brings {letter.To} an entry that its calendar ignores.";
                    numbers[(letter.Wait, letter.To)] = letter.CalendarSequence;
                }
                if (letter.Kind is LetterKind.Reminder or LetterKind.DueToday or LetterKind.Overdue
                    && step.Before.FindWait(letter.Wait) is null && step.After.FindWait(letter.Wait) is null)
                    yield return $"{letter.Occasion} reminds of wait {letter.Wait}, which is closed.";
                if (letter.Kind == LetterKind.Reminder && step.Before.Interruption is not null
                    && step.Before.FindWait(letter.Wait) is { } wait && step.Before.Interruption.Pauses(wait))
                    yield return $"{letter.Occasion} was written while the procedure was interrupted.";
            }
    }

    private static IEnumerable<string> Document(Procedure procedure, Delivered delivered)
    {
        var written = delivered.Documents.Write(procedure);
        if (delivered.Documents.Write(delivered.Documents.Read(written)) != written) yield return "Its document does not come back as it was written.";
    }
}
