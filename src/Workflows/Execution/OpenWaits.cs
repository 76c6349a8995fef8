using System.Collections.Immutable;

namespace Procedures.Execution;

/// <summary>The open waits during a step, and what is done to all of them together.</summary>
internal sealed class OpenWaits(Burst burst, Procedure before)
{
    private static readonly Bilingual TakenBack = (
        "The step that had opened it is taken back.", "L'étape qui l'avait ouverte est retirée.");
    private readonly List<Wait> _waits = [.. before.Waits];
    private bool _recomputing;

    public int Next { get; private set; } = before.NextWait;

    public Wait? Find(int id) => _waits.Find(w => w.Id == id);
    public IEnumerable<Wait> Of(Activation activation) => _waits.Where(w => w.Activation == activation.Id);
    public ImmutableArray<Wait> ToImmutable() => [.. _waits];
    public IEnumerable<Wait> All => _waits;

    public Wait Open(Activation activation, WaitRequest request)
    {
        var wait = new Wait(Next++, activation.Id, activation.Node.Id, request.Kind, request.Key, burst.Now)
        {
            WakeAt = request.Until, Assignment = request.Assignment, Timetable = request.Timetable, Data = request.Data,
        };
        _waits.Add(wait);
        return wait.Assignment is null ? wait : DeadlineWatch.Open(burst, activation, wait);
    }

    public void Replace(Wait wait)
    {
        var index = _waits.FindIndex(w => w.Id == wait.Id);
        if (index >= 0) _waits[index] = wait;
    }

    public void Close(Wait wait) => _waits.RemoveAll(w => w.Id == wait.Id);

    /// <summary>Closes what a cancelled or completed activation still waits for; announced tasks are withdrawn.</summary>
    public void CloseAll(Activation activation)
    {
        for (var i = _waits.Count - 1; i >= 0; i--)
        {
            if (_waits[i].Activation != activation.Id) continue;
            var wait = _waits[i];
            _waits.RemoveAt(i);
            DeadlineWatch.Withdraw(burst, wait);
        }
    }

    /// <summary>Closes what was not open before: whoever was asked is told that nothing is asked any more.</summary>
    public void CloseOthers(ImmutableArray<Wait> before)
    {
        foreach (var wait in _waits.Where(w => before.All(b => b.Id != w.Id)).ToArray())
        {
            _waits.Remove(wait);
            if (wait is { Kind: WaitKind.Child, Key: { } child })
                burst.Dispatches.Add(new Dispatch.Deliver(
                    child, new Stimulus.Cancelled(TakenBack.English)
                    {
                        Actor = burst.Actor, ReasonFr = TakenBack.French,
                    }));
            DeadlineWatch.Withdraw(burst, wait);
        }
    }

    /// <summary>Opens again what was open before and is not now; tasks are asked anew, with a letter of their own.</summary>
    /// <param name="before">The wait that the step answers is among them; it is asked of nobody.</param>
    public void Reopen(ImmutableArray<Wait> before)
    {
        foreach (var wait in before.Where(w => Find(w.Id) is null))
        {
            var isAnswered = burst.Before.Passed.Any(p => p.Wait == wait.Id);
            // The cancelled calendar entry and the new one are one entry: its number goes on rising.
            var again = wait with
            {
                AskedAgain = wait.AskedAgain + 1,
                Timetable = wait.Timetable is { } timetable
                    ? timetable with { Sequence = timetable.Sequence + 2 } : null,
            };
            _waits.Add(again);
            if (again.Assignment is { IsOptional: false } && !isAnswered)
                burst.Send(TaskLetters.Announcement(again) with { Occasion = Interventions.Occasion(burst, "task") });
        }
    }

    /// <summary>Open deadlines follow the dates of reference; closed ones never change.</summary>
    /// <param name="anchor">When given, only rules that name it.</param>
    public void RecomputeDeadlines(string? anchor = null)
    {
        if (_recomputing) return;
        _recomputing = true;
        foreach (var wait in _waits.Where(w => Concerns(w, anchor)).ToArray())
            DeadlineWatch.Recompute(burst, wait);
        _recomputing = false;
    }

    /// <summary>Once variables have changed, waits that may be reported at any time offer what there is now.</summary>
    public void AskAnew()
    {
        var root = burst.Find(WorkflowActivity.ActivationId);
        if (before.Activations.IsEmpty || ReferenceEquals(root?.Variables, before.Activations[0].Variables)) return;
        foreach (var wait in _waits.Where(w => w.Assignment is { IsOptional: true }).ToArray())
        {
            if (burst.Find(wait.Activation) is not { } activation) continue;
            var asked = activation.Type.AskedNow(activation, wait, wait.Assignment!);
            if (!asked.Form.Equals(wait.Assignment!.Form)) Replace(wait with { Assignment = asked });
        }
    }

    private static bool Concerns(Wait wait, string? anchor) =>
        wait.Timetable is { } timetable
        && (anchor is null || timetable.Rule.Contains(anchor, StringComparison.Ordinal));

    /// <summary>
    /// The time of a step is up before its last day is over: its open waits expire at once, and what may be reported
    /// without any last day can be reported no more.
    /// </summary>
    public void CutOff(string step)
    {
        foreach (var wait in _waits.Where(w => w.Assignment?.Step == step).ToArray())
            if (wait.Timetable is { LastDay: not null, HasExpired: false } timetable)
                Replace(DeadlineWatch.Rescheduled(
                    burst, wait with { Timetable = timetable with { CutOffAt = burst.Now } }));
            else if (wait is { Timetable: null, Assignment.IsOptional: true }
                && burst.Find(wait.Activation) is { } activation)
                burst.Cancel(activation);
    }

    public void Pause()
    {
        foreach (var wait in _waits.Where(w => w.Timetable is not null).ToArray())
            Replace(DeadlineWatch.Rescheduled(burst, wait));
    }

    public void Unpause()
    {
        foreach (var wait in _waits.Where(w => w is { Timetable: not null, WakeAt: null }).ToArray())
            Replace(DeadlineWatch.Rescheduled(burst, wait));
    }
}
