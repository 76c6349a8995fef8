using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Runtime;
using Procedures.Runtime.Conducting;
using Procedures.Storage;

namespace Procedures.Reliability.Sweep;

/// <summary>
/// One run of a course. Clock, database, mail server and people survive the program, which is stopped dead as told and
/// started again on what is stored.
/// </summary>
internal sealed class SweepRun(Delivered delivered, SweepCourse course, SweepStore kind)
{
    private const string Id = "p";
    private static readonly LetterSettings Settings =
        new(new Mailbox("Secretariat", "procedures@example.org"), "procedures.example.org");
    private static readonly LetterTemplates Templates = LetterTemplates.BuiltIn();
    private static readonly ProcedureJson Documents = new(_ => null);

    /// <param name="stops">Where each life of the program ends; the last life ends by itself.</param>
    public async Task<SweepEnd> RunAsync(params StopAt[] stops)
    {
        using var folder = new TempFolder();
        var place = await kind.NewAsync(folder);
        var (clock, mail, stopped) = (new HandClock(course.Opens), new MailPile(), ImmutableArray.CreateBuilder<string>());
        await using (var store = await kind.OpenAsync(place, course.Read, NoCrashPoints.Instance)) await FurnishAsync(store);
        foreach (var stop in stops.Append(null))
        {
            ICrashPoints points = stop is null ? NoCrashPoints.Instance : stop;
            await using var store = await kind.OpenAsync(place, course.Read, points);
            try
            {
                await ActAsync(new Hands(store, delivered, course, clock, mail, points));
                return await EndAsync(store, mail, stopped.ToImmutable());
            }
            catch (StoppedDead)
            {
                stopped.Add(FormattableString.Invariant($"{stop!.Stopped} on {clock.GetUtcNow():yyyy-MM-dd}"));
            }
        }
        throw new InvalidOperationException("The last life ends by itself.");
    }

    // Definitions and contacts are there before anything is stopped.
    private async Task FurnishAsync(IProcedureStore store)
    {
        foreach (var definition in course.Published)
            await store.SaveDefinitionAsync(new StoredDefinition
            {
                Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version,
                Name = definition.Name, Hash = definition.Hash, IsLatest = true, IsPublished = true,
                CreatedAt = course.Opens, SavedAt = course.Opens, Document = definition.Document.GetRawText(),
            });
        foreach (var body in delivered.Institution.Bodies.Values)
            await store.SaveContactAsync(new Contact(body.Code, body.Name.English, $"{body.Code.ToLowerInvariant()}@example.org",
                body.Code.Length % 2 == 0 ? ContactLanguage.Both : ContactLanguage.English));
    }

    private async Task ActAsync(Hands hands)
    {
        if (await hands.Store.LoadAsync(Id) is null)
            await hands.Conductor.OpenAsync(course.Definition, new OpeningRequest(course.Inputs, "Clerk") { ProcedureId = Id });
        await hands.SettleAsync();
        foreach (var act in course.Acts)
        {
            await hands.WaitUntilAsync(SweepCourse.MomentOf(act));
            // The rehearsal calls its procedure 1 and its children 1.1, 1.2 …
            var id = Id + act.ProcedureId[1..];
            if (await hands.Store.FindTaskAsync(id, act.Wait.Id) is not { ClosedAt: null }) continue;
            await hands.Conductor.SendAsync(id, new Stimulus.TaskCompleted(act.Wait.Id, act.Outcome!, act.Answer)
            {
                Actor = "Clerk", Seed = act.Wait.Assignment!.NeedsSeed ? 42 : null,
            });
            await hands.SettleAsync();
        }
    }

    private static async Task<SweepEnd> EndAsync(IProcedureStore store, MailPile mail, ImmutableArray<string> stops)
    {
        var (states, journals, problems) = (new List<string>(), new List<string>(), new List<string>());
        await foreach (var seal in store.ReadSealsAsync())
        {
            var procedure = (await store.LoadAsync(seal.ProcedureId))!;
            if (!procedure.IsOver) problems.Add($"{procedure.Id} is not over.");
            if (procedure.Step != await JournalAsync(store, procedure.Id, journals))
                problems.Add($"{procedure.Id} has a gap in its steps.");
            states.Add(Documents.Write(procedure));
        }
        problems.AddRange((await new Verifier(store).VerifyAsync()).Breaches.Select(b => b.Why.English));
        problems.AddRange((await store.TroubledWorkAsync(10)).Select(w => $"{w} is in trouble."));
        if (!(await store.OpenTasksAsync(TaskFilter.All, PageRequest.First)).Items.IsEmpty) problems.Add("A task is open.");
        var letters = (await store.LettersAsync(LetterFilter.All, new PageRequest(0, 10_000))).Items.OrderBy(l => l.Id, StringComparer.Ordinal);
        return new SweepEnd([.. states], [.. journals], [.. letters], [.. mail.Received.Select(m => m.MessageId)], [.. problems], stops);
    }

    private static async Task<int> JournalAsync(IProcedureStore store, string id, List<string> hashes)
    {
        var steps = new HashSet<int>();
        await foreach (var entry in store.ReadJournalAsync(id))
        {
            hashes.Add(entry.Hash);
            steps.Add(entry.Step);
        }
        return steps.Count;
    }

    /// <summary>The program in one of its lives.</summary>
    private sealed class Hands
    {
        private readonly HandClock _clock;
        private readonly Postman _postman;

        public Hands(
            IProcedureStore store, Delivered delivered, SweepCourse course, HandClock clock, ILetterCarrier mail, ICrashPoints crash)
        {
            (Store, _clock) = (store, clock);
            Conductor = new Conductor(
                store, delivered.Engine, new DefinitionLibrary(store, course.Read),
                new LetterWriter(store, Templates, delivered.Institution, Settings), clock,
                new ConductorOptions { Degree = 1, CrashPoints = crash });
            _postman = new Postman(store, mail, Settings, clock, new PostmanOptions { CrashPoints = crash });
        }

        public IProcedureStore Store { get; }
        public Conductor Conductor { get; }

        public async Task WaitUntilAsync(DateTimeOffset moment)
        {
            while (await Store.NextMomentAsync() is { } next && next <= moment)
            {
                if (next > _clock.GetUtcNow()) _clock.MoveTo(next);
                await SettleAsync();
            }
            if (moment > _clock.GetUtcNow()) _clock.MoveTo(moment);
        }

        public async Task SettleAsync()
        {
            while (await Conductor.DoDueWorkAsync(10) > 0) { }
            while (await _postman.DoPendingAsync() > 0) { }
        }
    }
}
