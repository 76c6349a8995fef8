using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Play;
using Procedures.Storage;
using Xunit.Abstractions;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// The program is killed at every place where it talks to the disk or to a mail server, started again and run to the
/// end. States, journals and letters must be those of the run that nobody disturbed.
/// </summary>
public abstract class CrashSweep(ITestOutputHelper output)
{
    private static readonly Definition Child = Sequence("child",
        new { type = "Play.Ask", id = "ask", title = Text("Child's task"), body = Text("CDH") });

    private static readonly Definition Parent = Sequence("parent",
        new { type = "Play.FixDay", id = "fix" },
        new
        {
            type = "Play.Ask", id = "ask", title = Text("First"), rule = Text("nlt EO - 12 mo"), profile = Text("R3"),
            copyTo = Text("SGA"),
        },
        new { type = "Elsa.PublishEvent", id = "tell", eventName = Text("Told") },
        new
        {
            type = "Elsa.ExecuteWorkflow", id = "child", workflowDefinitionId = Text("child"),
            waitForCompletion = Truth(true),
        },
        new { type = "Play.Ask", id = "draw", title = Text("Last"), body = Text("SGA") });

    private static readonly Definition Listener = Sequence("listener",
        new { type = "Elsa.Event", id = "hear", eventName = Text("Told") },
        new { type = "Play.Ask", id = "ask", title = Text("Heard"), body = Text("NOBODY") });

    [Fact]
    public async Task Killed_at_any_place_it_ends_as_if_nothing_had_happened()
    {
        var counting = new StopAt(int.MaxValue);
        var undisturbed = await RunAsync(counting);
        Assert.Equal(Enum.GetValues<CrashPoint>().ToHashSet(), counting.Seen);

        await Parallel.ForEachAsync(Enumerable.Range(1, counting.Reached)
            .Where(nth => nth % EveryNth == 0), async (nth, _) =>
            AssertSame(undisturbed, await RunAsync(new StopAt(nth)), $"killed at place {nth} of {counting.Reached}"));

        output.WriteLine($"{counting.Reached} places, {undisturbed.Journals.Length} journal entries, "
            + $"{undisturbed.Letters.Length} letters");
    }

    [Fact]
    public async Task Killed_again_while_it_recovers_it_still_ends_the_same()
    {
        var counting = new StopAt(int.MaxValue);
        var undisturbed = await RunAsync(counting);

        var pairs = from nth in Enumerable.Range(1, counting.Reached) where nth % (10 * EveryNth) == 0
                    from then in (int[])[1, 4, 9]
                    select (First: nth, Second: then);

        await Parallel.ForEachAsync(pairs, async (pair, _) => AssertSame(
            undisturbed, await RunAsync(new StopAt(pair.First), new StopAt(pair.Second)), $"killed at {pair}"));
    }

    private protected static void AssertSame(Outcome expected, Outcome actual, string what)
    {
        Assert.True(expected.States.SequenceEqual(actual.States), $"States differ when {what}.");
        Assert.True(expected.Journals.SequenceEqual(actual.Journals), $"Journals differ when {what}.");
        Assert.True(
            expected.Letters.Select(l => l.Id)
                .SequenceEqual(actual.Letters.Select(l => l.Id)), $"Letters differ when {what}.");
        foreach (var letter in actual.Letters)
        {
            var copies = actual.Received.Count(id => id == letter.Id);
            var isFine = letter.State switch
            {
                LetterState.Sent => copies == 1,
                LetterState.NotKnown => copies <= 1,
                LetterState.NotSent => copies == 0 && letter.Address.Length == 0,
                _ => false,
            };
            Assert.True(isFine, $"{letter.Occasion} is {letter.State} and was received {copies} times when {what}.");
        }
        Assert.True(actual.Letters.Count(l => l.State == LetterState.NotKnown) <= actual.Kills);
    }

    /// <summary>A new, empty database.</summary>
    protected abstract Task<string> NewDatabaseAsync(TempFolder folder);

    /// <summary>Opens the database, which is as the last run has left it.</summary>
    protected abstract Task<IProcedureStore> OpenAsync(string database, ICrashPoints crash);

    /// <summary>Of so many places one is tried: what a store costs to open decides.</summary>
    protected virtual int EveryNth => 1;

    // The outside world survives the program: the database, the clock, the mail server, and the people who act.
    private async Task<Outcome> RunAsync(params StopAt[] stops)
    {
        using var folder = new TempFolder();
        var database = await NewDatabaseAsync(folder);
        var (clock, mail) = (new HandClock(Moves.Start), new MailPile());
        var kills = 0;
        foreach (var crash in stops.Append(null))
        {
            ICrashPoints points = crash is null ? NoCrashPoints.Instance : crash;
            var house = House.Of(await OpenAsync(database, points), clock, mail, points);
            try
            {
                await ActAsync(house);
                var outcome = await OutcomeAsync(house, mail, kills);
                await house.DisposeAsync();
                return outcome;
            }
            catch (StoppedDead)
            {
                kills++;
                await house.DisposeAsync();
            }
        }
        throw new InvalidOperationException("The last run is never killed.");
    }

    /// <summary>
    /// The same run in which the connection may break: what is cut off is asked again, as the work loops do.
    /// </summary>
    private protected async Task<Outcome> RunAsync(Func<string, ICrashPoints> cutting)
    {
        using var folder = new TempFolder();
        var database = await NewDatabaseAsync(folder);
        var (points, mail) = (cutting(database), new MailPile());
        await using var house = House.Of(await OpenAsync(database, points), new HandClock(Moves.Start), mail, points);
        while (true)
        {
            try
            {
                await ActAsync(house);
                return await OutcomeAsync(house, mail, kills: 0);
            }
            catch (Exception problem) when (house.Store.IsOutOfReach(problem))
            {
                // The database is there again at once.
            }
        }
    }

    private static async Task ActAsync(House house)
    {
        foreach (var definition in (Definition[])[Child, Parent, Listener]) await house.PublishAsync(definition);
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.Both));
        await house.Store.SaveContactAsync(new Contact("SGA", "Secretary", "sga@example.org", ContactLanguage.French));
        if (await house.Store.LoadAsync("l") is null) await house.OpenAsync(Listener, "l");
        if (await house.Store.LoadAsync("p") is null) await house.OpenAsync(Parent, "p");
        while (true)
        {
            await house.SettleAsync();
            var open = (await house.Store.OpenTasksAsync(TaskFilter.All, PageRequest.First)).Items;
            if (open.IsEmpty) return;
            var late = new DateTimeOffset(2026, 6, 3, 0, 0, 0, TimeSpan.Zero);
            // The first task is answered after its last day, so that its reminders and its expiry happen as well.
            if (house.Clock.GetUtcNow() < late && await house.Store.NextMomentAsync() is { } next)
            {
                house.Clock.MoveTo(next);
                continue;
            }
            var task = open.First();
            await house.Conductor.SendAsync(task.ProcedureId,
                new Stimulus.TaskCompleted(task.Wait, "Done", Procedures.Expressions.Value.Map.Empty)
                    { Actor = "Clerk" });
        }
    }

    private static async Task<Outcome> OutcomeAsync(House house, MailPile mail, int kills)
    {
        var json = new ProcedureJson(_ => null);
        var (states, journals) = (new List<string>(), new List<string>());
        foreach (var id in (string[])["l", "p", "p.1"])
        {
            states.Add(json.Write(await house.LoadAsync(id)));
            await foreach (var entry in house.Store.ReadJournalAsync(id)) journals.Add(entry.Hash);
        }
        Assert.True((await new Verifier(house.Store).VerifyAsync()).IsWhole);
        Assert.Empty(await house.Store.TroubledWorkAsync(10));
        return new Outcome([.. states], [.. journals], [.. await house.LettersAsync()],
            [.. mail.Received.Select(m => m.MessageId)], kills);
    }

    private protected sealed record Outcome(
        ImmutableArray<string> States, ImmutableArray<string> Journals, ImmutableArray<StoredLetter> Letters,
        ImmutableArray<string> Received, int Kills);
}
