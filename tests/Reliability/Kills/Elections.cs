using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Letters;
using Procedures.Rehearsal;
using Procedures.Runtime;
using Procedures.Storage.Postgres;

namespace Procedures.Reliability.Kills;

/// <summary>Elections of a judge that are answered as fast as they ask, by a further host without pages.</summary>
internal sealed class Elections : IAsyncDisposable
{
    private const int AtOnce = 8;

    // So late that every date of the list is past: a whole year can be answered at once.
    private const int DaysToEnd = 160;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly LetterSettings Settings =
        new(new Mailbox("Secretariat", "procedures@example.org"), "procedures.example.org");

    private readonly PostgresStore _store;
    private readonly Conductor _conductor;
    private readonly Definition _definition;
    private readonly Value.Map _inputs;
    private readonly ImmutableArray<RehearsedTask> _acts;
    private readonly CancellationTokenSource _end = new();

    private Elections(PostgresStore store, Delivered delivered)
    {
        _store = store;
        _definition = delivered.Find("judge-election")!;
        var library = new DefinitionLibrary(store, json => new DefinitionReader(delivered.Catalog).Read(json).Definition!);
        var writer = new LetterWriter(store, LetterTemplates.BuiltIn(), delivered.Institution, Settings);
        _conductor = new Conductor(store, delivered.Engine, library, writer, store.Clock);
        var today = ParisTime.DayOf(store.Clock.GetUtcNow());
        _inputs = Value.MapOf(("State", Value.Of("MT")),
            ("TermEnds", Value.Of(today.AddDays(DaysToEnd).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        var year = new Rehearsal.Rehearsal(delivered.Engine, delivered.Find).Run(_definition, _inputs, AnswerScript.Empty, today);
        _acts = [.. year.Tasks.Where(t => t.Outcome is not null)];
    }

    /// <summary>Completes when every election has been answered to its end.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    public ConcurrentBag<string> Opened { get; } = [];

    /// <summary>Tasks of which the store has said that they are completed.</summary>
    public ConcurrentBag<string> Completed { get; } = [];

    /// <summary>Answers that were not taken.</summary>
    public ConcurrentBag<string> Refused { get; } = [];

    public static async Task<Elections> BeginAsync(KillGround ground, int count)
    {
        var delivered = new Delivered();
        var store = await PostgresStore.OpenAsync(
            PostgresAddress.Read(ground.Database.Place), json => new DefinitionReader(delivered.Catalog).Read(json).Definition!);
        var elections = new Elections(store, delivered);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = elections._end.Token };
        elections.Done = Parallel.ForEachAsync(Enumerable.Range(1, count), parallel,
            async (number, _) => await elections.CarryOutAsync(string.Create(CultureInfo.InvariantCulture, $"election-{number}")));
        return elections;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Done.ContinueWith(_ => { }, TaskScheduler.Default);
        await _store.DisposeAsync();
        _end.Dispose();
    }

    private async Task CarryOutAsync(string id)
    {
        var opening = await InsistAsync(() => _conductor.OpenAsync(
            _definition, new OpeningRequest(_inputs, "Clerk") { ProcedureId = id }));
        if (opening.ProcedureId is not null) Opened.Add(id);
        while (!_end.IsCancellationRequested && await InsistAsync(() => AnswerNextAsync(id))) { }
    }

    /// <returns>False when the election is over, or an answer was refused.</returns>
    private async Task<bool> AnswerNextAsync(string id)
    {
        if (await _store.LoadAsync(id) is not { IsOver: false }) return false;
        var open = (await _store.TasksOfAsync(id)).Concat(await _store.TasksOfAsync(id + ".1"))
            .Where(t => t is { ClosedAt: null, IsOptional: false }).ToArray();
        // A host may be just about to ask.
        if (open.Length == 0) await Rest.ForAsync(Look);
        foreach (var task in open)
        {
            if ((await _store.LoadAsync(task.ProcedureId))?.FindWait(task.Wait)?.Assignment is not { } asked) continue;
            var act = _acts.FirstOrDefault(a => a.Step == task.Step);
            var step = await _conductor.SendAsync(task.ProcedureId, new Stimulus.TaskCompleted(
                task.Wait, act?.Outcome ?? asked.Outcomes[0].Name, act?.Answer ?? Value.Map.Empty)
            {
                Actor = "Clerk", Seed = asked.NeedsSeed ? 42 : null,
            });
            if (step.Refusal is { } refusal) Refused.Add($"{task.ProcedureId} {task.Step}: {refusal.English}");
            if (step.Refusal is not null) return false;
            if (!step.IsIdle) Completed.Add(string.Create(CultureInfo.InvariantCulture, $"{task.ProcedureId}/tasks/{task.Wait}"));
        }
        return true;
    }

    private async Task<T> InsistAsync<T>(Func<Task<T>> act)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (Exception problem) when (
                !_end.IsCancellationRequested && problem is NpgsqlException or TimeoutException or IOException)
            {
                await Rest.ForAsync(Look);
            }
        }
    }
}
