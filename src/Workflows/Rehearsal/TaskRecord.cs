using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Rehearsal;

/// <summary>Keeps what becomes of every task of a rehearsal, read off the steps that were taken.</summary>
internal sealed class TaskRecord
{
    private const int MostRefusals = 3;
    private readonly List<(string Procedure, int Wait)> _order = [];
    private readonly Dictionary<(string Procedure, int Wait), RehearsedTask> _tasks = [];
    private readonly Dictionary<(string Procedure, int Wait), int> _answers = [];
    private readonly Dictionary<(string Procedure, int Wait), (int Step, int Count)> _refusals = [];
    private readonly Dictionary<string, int> _times = [];
    private ((string Procedure, int Wait) Key, string Outcome, Value.Map Form)? _answering;
    private int _read;

    /// <summary>For the how manieth time the step is asked; further answers to the same wait count on.</summary>
    public int TimeOf(Procedure procedure, Wait wait) =>
        (_tasks.GetValueOrDefault((procedure.Id, wait.Id))?.Time ?? 1) + AnswersTo(procedure, wait);

    public int AnswersTo(Procedure procedure, Wait wait) => _answers.GetValueOrDefault((procedure.Id, wait.Id));

    /// <summary>Whether an answer was refused and nothing has changed since, or too often.</summary>
    public bool WasRefused(Procedure procedure, Wait wait) =>
        _refusals.TryGetValue((procedure.Id, wait.Id), out var refusal)
        && (refusal.Step == procedure.Step || refusal.Count >= MostRefusals);

    public void Answering(Procedure procedure, Wait wait, string outcome, Value.Map form) =>
        _answering = ((procedure.Id, wait.Id), outcome, form);

    public void Refuse(Procedure procedure, Wait wait, Bilingual refusal)
    {
        var key = (procedure.Id, wait.Id);
        _refusals[key] = (procedure.Step, _refusals.GetValueOrDefault(key).Count + 1);
        _tasks[key] = _tasks[key] with { Refusal = refusal };
        _answering = null;
    }

    /// <summary>Takes in the steps that are new since the last time.</summary>
    public void Read(List<Step> steps)
    {
        for (; _read < steps.Count; _read++) Read(steps[_read]);
        if (_answering is { } unclosed) Note(unclosed.Key, unclosed.Outcome, unclosed.Form);
        _answering = null;
    }

    private void Read(Step step)
    {
        var day = ParisTime.DayOf(step.After.ChangedAt);
        foreach (var wait in step.WaitsOpened.Where(w => w.Assignment is not null)) Open(step.After, wait, day);
        foreach (var wait in step.After.Waits) Follow(step.After, wait);
        foreach (var letter in step.Letters.Where(l => l.Wait > 0)) Keep((step.After.Id, letter.Wait), letter);
        foreach (var wait in step.WaitsClosed.Where(w => w.Assignment is not null)) Close(step, wait, day);
    }

    private void Open(Procedure procedure, Wait wait, DateOnly day)
    {
        var step = wait.Assignment!.Step;
        var time = _times[step] = _times.GetValueOrDefault(step) + 1;
        var key = (procedure.Id, wait.Id);
        _order.Add(key);
        _tasks[key] = new RehearsedTask(procedure.Id, wait, time, day);
    }

    private void Follow(Procedure procedure, Wait wait)
    {
        if (_tasks.TryGetValue((procedure.Id, wait.Id), out var task))
            _tasks[(procedure.Id, wait.Id)] = task with
            {
                Wait = wait, HasExpired = task.HasExpired || wait.Timetable is { HasExpired: true },
            };
    }

    private void Keep((string, int) key, Letter letter)
    {
        if (_tasks.TryGetValue(key, out var task)) _tasks[key] = task with { Letters = task.Letters.Add(letter) };
    }

    private void Close(Step step, Wait wait, DateOnly day)
    {
        var key = (step.After.Id, wait.Id);
        if (_answering is { } answering && answering.Key == key)
        {
            Note(key, answering.Outcome, answering.Form);
            _answering = null;
        }
        var hasExpired = step.Journal.Any(e => e.Event == JournalEvent.Expired && e.Activation == wait.Activation);
        _tasks[key] = _tasks[key] with
        {
            EndedOn = day, HasExpired = _tasks[key].HasExpired || hasExpired, Port = PortOf(step, wait),
        };
    }

    private static string? PortOf(Step step, Wait wait) =>
        step.Journal.Where(e => e.Event == JournalEvent.Completed && e.Activation == wait.Activation)
            .Select(e => e.Data is Value.Map data && data["outcomes"] is Value.List { Items: [var first, ..] }
                ? first.AsText : null)
            .FirstOrDefault();

    private void Note((string, int) key, string outcome, Value.Map form)
    {
        _answers[key] = _answers.GetValueOrDefault(key) + 1;
        _tasks[key] = _tasks[key] with { Outcome = outcome, Answer = form, Refusal = null };
    }

    public ImmutableArray<RehearsedTask> ToTasks() => [.. _order.Select(key => _tasks[key])];
}
