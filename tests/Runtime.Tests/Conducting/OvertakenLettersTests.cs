using Procedures.Execution;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;

namespace Procedures.Runtime.Conducting;

/// <summary>Letters that still wait for the mail server when what they say has stopped being true.</summary>
public sealed class OvertakenLettersTests : IDisposable
{
    private static readonly Delivery Later = new Delivery.NotSent(("Busy.", "Occupé."), Permanent: false, "MAIL");
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);
    private bool _isBusy;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nobody_is_asked_for_what_has_fallen_away_nor_told_that_it_has()
    {
        var (house, postman, mail) = await OpenAsync(isBusy: true);
        await using var _ = house;
        await postman.DoPendingAsync();
        await house.Conductor.SendAsync("p", new Stimulus.Cancelled("Withdrawn.") { Actor = "Clerk" });
        await postman.DoPendingAsync();
        _isBusy = false;
        _clock.Move(TimeSpan.FromHours(1));
        await postman.DoPendingAsync();

        var (asked, withdrawn) = await LettersAsync(house);
        Assert.Single(mail.Received);
        Assert.Equal((LetterState.NotSent, "system"), (asked.State, asked.ResolvedBy));
        Assert.Equal((LetterState.NotSent, "system"), (withdrawn!.State, withdrawn.ResolvedBy));
        Assert.Contains("was closed before the letter left", asked.Error!.English, StringComparison.Ordinal);
        Assert.Contains("rien à annuler", withdrawn.Error!.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_asked_is_told_that_nothing_is_asked_any_more()
    {
        var (house, postman, mail) = await OpenAsync(isBusy: false);
        await using var _ = house;
        await postman.DoPendingAsync();
        await house.Conductor.SendAsync("p", new Stimulus.Cancelled("Withdrawn.") { Actor = "Clerk" });
        await postman.DoPendingAsync();

        Assert.Equal(2, mail.Received.Count);
        Assert.Contains("No longer required", mail.Received[1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_have_been_asked_is_told_as_well()
    {
        var (house, postman, mail) = await OpenAsync(isBusy: false, new Delivery.NotKnown(("Broke.", "Rompu.")));
        await using var _ = house;
        await postman.DoPendingAsync();
        await house.Conductor.SendAsync("p", new Stimulus.Cancelled("Withdrawn.") { Actor = "Clerk" });
        await postman.DoPendingAsync();
        Assert.Equal(2, mail.Received.Count);
    }

    [Fact]
    public async Task What_is_still_asked_leaves_however_long_it_has_waited()
    {
        var (house, postman, mail) = await OpenAsync(isBusy: true);
        await using var _ = house;
        await postman.DoPendingAsync();
        _isBusy = false;
        _clock.Move(TimeSpan.FromHours(1));
        await postman.DoPendingAsync();
        Assert.Equal(2, mail.Received.Count);
        Assert.Equal(LetterState.Sent, (await LettersAsync(house)).Asked.State);
    }

    [Fact]
    public async Task What_was_done_before_its_letter_left_is_not_asked_for()
    {
        var (house, postman, mail) = await OpenAsync(isBusy: true);
        await using var _ = house;
        await postman.DoPendingAsync();
        await house.Conductor.SendAsync("p", Moves.Answer(await house.TaskAsync("p")));
        _isBusy = false;
        _clock.Move(TimeSpan.FromHours(1));
        await postman.DoPendingAsync();
        Assert.Equal(LetterState.NotSent, (await LettersAsync(house)).Asked.State);
    }

    private async Task<(House House, Postman Postman, MailPile Mail)> OpenAsync(bool isBusy, Delivery? answer = null)
    {
        _isBusy = isBusy;
        var mail = new MailPile(_ => _isBusy ? Later : answer ?? new Delivery.Sent("250 ok"));
        var house = House.Open(_folder.File("p.db"), _clock, mail);
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.English));
        await house.OpenAsync(PlayDefinitions.TwoTasks, "p");
        var postman = new Postman(house.Store, mail, House.LetterSettings, _clock, new PostmanOptions
        {
            IsStillAsked = async (row, cancel) =>
                await house.Store.FindTaskAsync(row.ProcedureId, row.Wait, cancel) is { ClosedAt: null },
        });
        return (house, postman, mail);
    }

    private static async Task<(StoredLetter Asked, StoredLetter? Withdrawn)> LettersAsync(House house)
    {
        var letters = (await house.LettersAsync()).Where(l => l.Address.Length > 0).ToArray();
        return (letters.First(l => l.Kind == "Task"), letters.FirstOrDefault(l => l.Kind == "Withdrawn"));
    }
}
