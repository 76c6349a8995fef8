using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;

namespace Procedures.Runtime.Conducting;

/// <summary>What becomes of a letter after the server's answer, and what a person may decide.</summary>
public sealed class PostmanTests : IDisposable
{
    private static readonly Bilingual Reason = ("Because.", "Parce que.");
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_letter_that_the_server_takes_is_sent_once()
    {
        var (house, mail) = await OpenAsync(_ => new Delivery.Sent("250 ok"));
        await using var _ = house;

        await house.SettleAsync();
        await house.SettleAsync();

        var message = Assert.Single(mail.Received);
        Assert.Equal(("cdh@example.org", Language.English), (message.Recipient.Address, message.Language));
        Assert.Contains("First élection", message.Subject, StringComparison.Ordinal);
        Assert.Null(message.Defect);
        Assert.Equal((LetterState.Sent, "250 ok"),
            ((await LetterAsync(house)).State, (await LetterAsync(house)).Reply));
    }

    [Fact]
    public async Task A_letter_that_is_refused_for_good_is_not_offered_again_unless_a_person_says_so()
    {
        var (house, mail) = await OpenAsync(_ => new Delivery.NotSent(Reason, Permanent: true, "RCPT"));
        await using var _ = house;
        await house.SettleAsync();
        _clock.Move(TimeSpan.FromDays(10));
        await house.SettleAsync();

        var letter = await LetterAsync(house);
        Assert.Equal((LetterState.NotSent, Reason, 1), (letter.State, letter.Error, mail.Received.Count));

        Assert.True(await house.Postman.ResendAsync(letter.Id, "Clerk"));
        await house.SettleAsync();
        Assert.Equal(2, mail.Received.Count);
        Assert.Equal("Clerk", (await LetterAsync(house)).ResolvedBy);
    }

    [Fact]
    public async Task A_letter_that_is_refused_for_now_is_offered_later_and_later_and_in_the_end_shown_to_a_person()
    {
        var (house, mail) = await OpenAsync(_ => new Delivery.NotSent(Reason, Permanent: false, "MAIL"));
        await using var _ = house;
        var moments = new List<TimeSpan>();
        while (await house.Store.NextLetterMomentAsync() is { } next)
        {
            _clock.MoveTo(next);
            moments.Add(next - Moves.Start);
            await house.SettleAsync();
        }

        Assert.Equal([0, 1, 6, 21, 81], moments.Take(5).Select(m => (int)m.TotalMinutes));
        Assert.True(moments[^1] >= TimeSpan.FromDays(3));
        Assert.Equal(moments.Count, mail.Received.Count);
        Assert.Single(mail.Received.Select(m => m.MessageId).Distinct());
        Assert.Equal(LetterState.NotSent, (await LetterAsync(house)).State);
    }

    [Theory]
    [InlineData(NotKnownResolution.Resend, 2)]
    [InlineData(NotKnownResolution.ConsiderSent, 1)]
    public async Task A_letter_of_unknown_fate_waits_for_a_person(NotKnownResolution resolution, int carried)
    {
        var isFirst = true;
        var (house, mail) = await OpenAsync(_ =>
        {
            var answer = isFirst ? (Delivery)new Delivery.NotKnown(Reason) : new Delivery.Sent("250");
            isFirst = false;
            return answer;
        });
        await using var _ = house;
        await house.SettleAsync();
        _clock.Move(TimeSpan.FromDays(30));
        await house.SettleAsync();
        var letter = await LetterAsync(house);
        Assert.Equal((LetterState.NotKnown, 1), (letter.State, mail.Received.Count));

        Assert.True(await house.Postman.ResolveNotKnownAsync(letter.Id, resolution, "Clerk"));
        Assert.False(await house.Postman.ResolveNotKnownAsync(letter.Id, resolution, "Clerk"));
        await house.SettleAsync();

        Assert.Equal(carried, mail.Received.Count);
        var resolved = await LetterAsync(house);
        Assert.Equal((LetterState.Sent, "Clerk"), (resolved.State, resolved.ResolvedBy));
    }

    [Fact]
    public async Task A_letter_that_another_postman_has_sent_meanwhile_is_not_sent_again()
    {
        Func<Task<int>> other = () => Task.FromResult(0);
        var (house, mail) = await OpenAsync(_ =>
        {
            // While the first letter is on its way another host sends the second, which stands in this one's batch too.
            var work = other;
            other = () => Task.FromResult(0);
            work().GetAwaiter().GetResult();
            return new Delivery.Sent("250 ok");
        });
        await using var _ = house;
        await house.OpenAsync(PlayDefinitions.TwoTasks, "q");
        other = () => house.Postman.DoPendingAsync();

        await house.Postman.DoPendingAsync();

        Assert.Equal(2, mail.Received.Count);
        Assert.Equal(2, mail.Received.Select(m => m.MessageId).Distinct().Count());
    }

    private async Task<(House House, MailPile Mail)> OpenAsync(Func<Message, Delivery> answer)
    {
        var mail = new MailPile(answer);
        var house = House.Open(_folder.File("p.db"), _clock, mail);
        await house.Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.English));
        await house.OpenAsync(PlayDefinitions.TwoTasks, "p");
        return (house, mail);
    }

    private static async Task<StoredLetter> LetterAsync(House house) =>
        Assert.Single(await house.LettersAsync(), l => l.Address.Length > 0);
}
