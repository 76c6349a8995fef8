using System.Collections.Immutable;
using Procedures.Deadlines;

namespace Procedures.Execution;

/// <summary>
/// The course that a procedure would have taken if a step had been done in time: it is carried on beside the real one
/// for as long as the same acts bring about the same in both.
/// </summary>
/// <remarks>
/// That makes a late record possible when others have gone on beside it, and refuses it when something has been done that
/// came out of the end of the deadline.
/// </remarks>
internal static class OtherCourses
{
    private static readonly ProcedureJson Json = new(_ => null);

    /// <summary>The step with the other courses one step further, or ended where they part.</summary>
    public static Step Follow(Engine engine, Step step, DateTimeOffset now) => step with
    {
        After = step.After with
        {
            Passed =
            [
                .. step.After.Passed.Select(p =>
                    step.Before.Passed.Contains(p) ? Followed(engine, p, step, now) : p),
            ],
        },
    };

    /// <summary>Why what passed later cannot be taken back once this was recorded as done in time.</summary>
    public static Bilingual Overtaken(PassedDeadline passed, DateOnly today)
    {
        var day = DateText.Long(today);
        return (
            $"Since then “{passed.Title.English}” was recorded as done in time ({day.English}). What a person has done "
                + "is not taken back.",
            $"Depuis, « {passed.Title.French} » a été enregistré comme accompli à temps ({day.French}). Ce qu'une "
                + "personne a fait n'est pas retiré.");
    }

    /// <summary>The deadline of a version that the procedure has left since.</summary>
    public static PassedDeadline Barred(PassedDeadline passed, DateTimeOffset now)
    {
        var day = DateText.Long(ParisTime.DayOf(now));
        return passed with
        {
            Before = null,
            Barrier = (
                $"Since then the procedure has moved to another version of its definition ({day.English}).",
                $"Depuis, la procédure est passée à une autre version de sa définition ({day.French})."),
        };
    }

    private static PassedDeadline Followed(Engine engine, PassedDeadline passed, Step step, DateTimeOffset now)
    {
        // A corrected document changes nothing but the journal.
        if (passed.Before is not { } earlier || step.Stimulus is Stimulus.Intervened { Act: Act.DocumentCorrected })
            return passed;
        if (!step.After.IsOver && step.Stimulus is not Stimulus.Intervened { Act: Act.Restarted or Act.TakenInTime })
        {
            var other = engine.AdvanceAlone(earlier.In(step.Before), step.Stimulus!, now);
            if (!other.IsIdle && BringAboutTheSame(step, other))
                return passed with { Before = EarlierState.Of(other.After) };
            // The clock's own work in one course only is taken back with it.
            if (step.Stimulus is Stimulus.TimerDue) return passed;
        }
        return passed with { Before = null, Barrier = BarrierOf(step, earlier, ParisTime.DayOf(now)) };
    }

    private static bool BringAboutTheSame(Step step, Step other) =>
        step.After.Status == other.After.Status
        && (step.After.NextActivation, step.After.NextWait, step.After.NextChild)
            == (other.After.NextActivation, other.After.NextWait, other.After.NextChild)
        && step.After.Incidents.Length == other.After.Incidents.Length
        && step.WaitsClosed.Select(w => w.Id).SequenceEqual(other.WaitsClosed.Select(w => w.Id))
        && step.WaitsOpened.Select(Known).SequenceEqual(other.WaitsOpened.Select(Known))
        && step.Letters.Select(Json.Write).SequenceEqual(other.Letters.Select(Json.Write))
        && step.Dispatches.Select(Json.Write).SequenceEqual(other.Dispatches.Select(Json.Write));

    private static (int, string, DateOnly?, DateTimeOffset?) Known(Wait wait) =>
        (wait.Id, wait.ActivityId, wait.Timetable?.LastDay, wait.WakeAt);

    private static Bilingual BarrierOf(Step step, EarlierState earlier, DateOnly today)
    {
        var day = DateText.Long(today);
        switch (step.Stimulus)
        {
            case Stimulus.TaskCompleted done when step.Before.FindWait(done.Wait)?.Assignment is { } assignment:
                var title = assignment.OpenTitle();
                return earlier.Waits.Any(w => w.Id == done.Wait)
                    ? ($"Since then “{title.English}” was recorded ({day.English}), and what followed from it rests on the "
                        + "end of the deadline. What a person has done is not taken back.",
                       $"Depuis, « {title.French} » a été enregistré ({day.French}), et ce qui en a suivi repose sur "
                        + "l'expiration du délai. Ce qu'une personne a fait n'est pas retiré.")
                    : ($"Since then “{title.English}” was recorded ({day.English}), which was asked only because the last "
                        + "day had passed. What a person has done is not taken back.",
                       $"Depuis, « {title.French} » a été enregistré ({day.French}), ce qui n'était demandé que parce "
                        + "que le délai avait expiré. Ce qu'une personne a fait n'est pas retiré.");
            case Stimulus.ChildReported:
                return ($"Since then a procedure that this one had opened has reported its end ({day.English}).",
                    $"Depuis, une procédure ouverte par celle-ci s'est achevée ({day.French}).");
            case Stimulus.Intervened { Act: Act.TakenInTime late } when PassedOf(step.Before, late) is { } passed:
                return Overtaken(passed, today);
            default:
                return ($"Since then something else was recorded ({day.English}) that is not taken back.",
                    $"Depuis, autre chose a été enregistré ({day.French}), qui n'est pas retiré.");
        }
    }

    private static PassedDeadline? PassedOf(Procedure before, Act.TakenInTime late) =>
        before.Passed.FirstOrDefault(p => p.Wait == late.Answer.Wait);
}
