using Procedures.Execution;
using Procedures.Rehearsal;
using Procedures.Runtime;

namespace Procedures.Bench;

/// <summary>
/// Carries elections of a judge through, one after the other, as their rehearsal went: the real definitions, letters to
/// the contacts, the child procedure of each ballot. Every step is a commit.
/// </summary>
internal sealed class ElectionCourse
{
    private readonly StandingClock _clock = new();
    private readonly RehearsedYear _year;
    private readonly (string Procedure, Stimulus Stimulus, DateTimeOffset At)[] _acts;
    private readonly Conductor _conductor;
    private readonly string _name;
    private int _elections;
    private int _next;

    public ElectionCourse(Workshop workshop, RehearsedYear year, string name)
    {
        (_year, _name) = (year, name);
        // What procedures tell one another follows by itself.
        _acts = [.. year.Steps.Where(s => s.Stimulus is Stimulus.TaskCompleted or Stimulus.TimerDue)
            .Select(s => (s.After.Id, s.Stimulus!, s.After.ChangedAt))];
        _conductor = workshop.ConductorWith(_clock, new ConductorOptions
        {
            StepTaken = step => (Steps, Letters) = (Steps + 1, Letters + step.Letters.Length),
        });
    }

    public int Steps { get; private set; }
    public int Letters { get; private set; }

    /// <summary>The next thing that happens, with all that follows at once.</summary>
    public async Task NextAsync()
    {
        if (_next == 0)
        {
            _clock.Now = _year.StartedAt;
            var request = new OpeningRequest(_year.Procedure.Inputs, "bench") { ProcedureId = $"{_name}-{++_elections}" };
            if ((await _conductor.OpenAsync(_year.Procedure.Definition.DefinitionId, request)).Step is null)
                throw new InvalidOperationException("The election could not be opened.");
        }
        else
        {
            var (procedure, stimulus, at) = _acts[_next - 1];
            _clock.Now = at;
            // The rehearsal calls its procedure 1 and its children 1.1, 1.2 …
            var id = $"{_name}-{_elections}{procedure[1..]}";
            if (await _conductor.SendAsync(id, stimulus) is { IsIdle: true } idle)
                throw new InvalidOperationException($"{id} did not take {stimulus}: {idle.Refusal?.English}");
        }
        _next = (_next + 1) % (_acts.Length + 1);
    }
}
