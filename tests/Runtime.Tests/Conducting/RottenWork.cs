using System.Globalization;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// A piece of work that the program cannot read, write or do is tried again and then shown to a person; whatever stands
/// beside it goes on. A newer host beside this one may have left it, or a fault of the program.
/// </summary>
public abstract class RottenWork : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);
    private string? _database;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The database of a test.</summary>
    protected abstract Task<string> NewDatabaseAsync(TempFolder folder);

    protected abstract Task<IProcedureStore> OpenAsync(string database);

    /// <summary>Runs SQL in the database while no host works on it.</summary>
    protected abstract Task SpoilAsync(string database, string sql);

    [Fact]
    public async Task A_definition_that_cannot_be_read_stops_no_timer_of_other_procedures()
    {
        var (bad, good) = (Delay("bad"), Delay("good"));
        await using (var before = await HouseAsync())
        {
            await before.OpenAsync(bad, "bad-1");
            await before.OpenAsync(good, "good-1");
        }
        await SpoilAsync(_database!, $"UPDATE kept_definitions SET document = '[]' WHERE hash = '{bad.Hash}'");
        _clock.Move(TimeSpan.FromHours(2));

        await using var house = await HouseAsync();
        await SettleForADayAsync(house);

        Assert.Equal(ProcedureStatus.Finished, (await house.LoadAsync("good-1")).Status);
        var trouble = Assert.Single(await house.Store.TroubledWorkAsync(10));
        Assert.Equal(("bad-1", true, house.Options.MostFailures),
            (trouble.ProcedureId, trouble.IsSetAside, trouble.Attempts));
    }

    [Fact]
    public async Task A_timer_that_nobody_wants_any_more_is_taken_away_also_when_it_is_the_only_one()
    {
        await using (var before = await HouseAsync()) await before.OpenAsync(TwoTasks, "p");
        await SpoilAsync(_database!, string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO timers (procedure, wait, due_at, try_at)
            VALUES ('p', 99, '{Moves.Start:yyyy-MM-ddTHH:mm:ss.fffffff}Z', '{Moves.Start:yyyy-MM-ddTHH:mm:ss.fffffff}Z')
            """));

        await using var house = await HouseAsync();
        await house.SettleAsync();

        Assert.Empty(await house.Store.DueTimersAsync(Moves.Start, 10));
        Assert.Empty(house.Troubles);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_set_aside_in_the_end_and_holds_up_no_other()
    {
        await using (var before = await HouseAsync())
        {
            await before.OpenAsync(TwoTasks, "p");
            var answer = Moves.Answer(await before.TaskAsync("p"));
            await before.Store.PostAsync(
            [
                new InboxMessage("bad", "x", new Dispatch.Deliver("p", answer), Moves.Start),
                new InboxMessage("good", "y", new Dispatch.Deliver("p", answer), Moves.Start),
            ]);
        }
        await SpoilAsync(_database!, "UPDATE inbox SET dispatch = '{\"$type\":\"of-tomorrow\"}' WHERE id = 'bad'");

        await using var house = await HouseAsync();
        await SettleForADayAsync(house);

        Assert.Equal(2, (await house.LoadAsync("p")).Step);
        var trouble = Assert.Single(await house.Store.TroubledWorkAsync(10));
        Assert.Equal(("bad", true, house.Options.MostFailures), (trouble.Key, trouble.IsSetAside, trouble.Attempts));
        Assert.True(await house.Store.DismissAsync(trouble));
    }

    [Fact]
    public async Task What_is_sent_to_a_nested_part_before_it_is_open_reaches_it_once_it_is()
    {
        await using var house = await HouseAsync();
        await house.Store.PostAsync([new InboxMessage(
            "early", "p", new Dispatch.Deliver("p.1", new Stimulus.Cancelled("Enough.")), Moves.Start)]);
        await house.SettleAsync();
        Assert.False(Assert.Single(await house.Store.TroubledWorkAsync(10)).IsSetAside);

        await house.OpenAsync(TwoTasks, "p.1");
        _clock.Move(TimeSpan.FromMinutes(1));
        await house.SettleAsync();

        Assert.Equal(ProcedureStatus.Cancelled, (await house.LoadAsync("p.1")).Status);
        Assert.Empty(await house.Store.TroubledWorkAsync(10));
    }

    [Fact]
    public async Task A_letter_over_which_the_carrier_breaks_is_shown_as_not_known_and_the_others_leave()
    {
        var mail = new MailPile(message => message.Recipient.Address == "cdh@example.org"
            ? throw new InvalidOperationException("Broken.") : new Delivery.Sent("250"));
        await using var house = await HouseAsync(mail);
        await WriteToTwoAsync(house);

        await house.SettleAsync();

        var letters = (await house.LettersAsync()).ToDictionary(letter => letter.Address, letter => letter.State);
        Assert.Equal(
            (LetterState.NotKnown, LetterState.Sent), (letters["cdh@example.org"], letters["sga@example.org"]));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_put_together_is_shown_as_not_sent_and_the_others_leave()
    {
        await using (var before = await HouseAsync()) await WriteToTwoAsync(before);
        await SpoilAsync(_database!, "UPDATE letters SET shown = 'nonsense' WHERE address = 'cdh@example.org'");

        await using var house = await HouseAsync();
        await house.SettleAsync();

        var letters = (await house.LettersAsync()).ToDictionary(letter => letter.Address);
        Assert.Equal(LetterState.Sent, letters["sga@example.org"].State);
        Assert.Equal(LetterState.NotSent, letters["cdh@example.org"].State);
        Assert.NotEmpty(letters["cdh@example.org"].Error.French);
    }

    private static async Task WriteToTwoAsync(House house)
    {
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.English));
        await house.Store.SaveContactAsync(new Contact("SGA", "Secretary", "sga@example.org", ContactLanguage.English));
        await house.OpenAsync(Sequence("asks",
            new { type = "Play.Ask", id = "one", title = Text("One"), copyTo = Text("SGA") }), "p");
    }

    private async Task SettleForADayAsync(House house)
    {
        for (var round = 0; round < 12; round++)
        {
            await house.SettleAsync();
            _clock.Move(TimeSpan.FromHours(2));
        }
    }

    private async Task<House> HouseAsync(MailPile? mail = null)
    {
        _database ??= await NewDatabaseAsync(_folder);
        return House.Of(await OpenAsync(_database), _clock, mail ?? new MailPile(), NoCrashPoints.Instance);
    }

    private static Definitions.Definition Delay(string id) => Sequence(id, new
    {
        type = "Elsa.Delay", id = "d",
        timeSpan = new { typeName = "TimeSpan", expression = new { type = "Literal", value = "01:00:00" } },
    });
}
