namespace Procedures.Letters;

/// <summary>How long a server is waited for, and what a stop of the program does to a letter under way.</summary>
public class SmtpSenderPatienceTests
{
    [Theory]
    [InlineData("GREETING")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_server_silent_before_the_letter_means_that_it_was_not_sent(string place)
    {
        var end = await CarryUntilSilent(place, (time, _) => time.Advance(TimeSpan.FromMinutes(5)));

        var notSent = Assert.IsType<Delivery.NotSent>(end);
        Assert.Equal(place, notSent.AtCommand);
        Assert.Equal("Le serveur n'a pas répondu à temps.", notSent.Reason.French);
    }

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("250-accepted and\r\n")]
    public async Task A_server_silent_after_the_dot_means_that_it_is_not_known(string unfinished)
    {
        var end = await CarryUntilSilent(
            "DOT", (time, _) => time.Advance(TimeSpan.FromMinutes(10)), new Act.FallSilent(unfinished));

        Assert.Contains("perhaps", Assert.IsType<Delivery.NotKnown>(end).Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_before_the_letter_means_that_it_was_not_sent()
    {
        var end = await CarryUntilSilent("RCPT", (_, stop) => stop.Cancel());

        Assert.Equal("The program was stopped.", Assert.IsType<Delivery.NotSent>(end).Reason.English);
    }

    [Fact]
    public async Task A_stop_after_the_dot_waits_a_little_and_then_it_is_not_known()
    {
        var end = await CarryUntilSilent("DOT", (time, stop) =>
        {
            stop.Cancel();
            time.Advance(TimeSpan.FromSeconds(10));
        });

        Assert.IsType<Delivery.NotKnown>(end);
    }

    [Fact]
    public async Task A_stop_before_anything_connects_to_nobody()
    {
        var end = await new SmtpSender(Sample.Settings(1), TimeProvider.System)
            .Carry(Sample.Letter, new CancellationToken(canceled: true));

        Assert.Equal(SmtpStage.Connect, Assert.IsType<Delivery.NotSent>(end).AtCommand);
    }

    private static async Task<Delivery> CarryUntilSilent(
        string place, Action<ManualTime, CancellationTokenSource> then, Act.FallSilent? silence = null)
    {
        await using var server = ScriptedServer.Start((place, silence ?? new Act.FallSilent()));
        using var stop = new CancellationTokenSource();
        var time = new ManualTime(Sample.Morning);
        // A connection is accepted before its other side knows, so the hour may strike while it is still being made.
        var settings = Sample.Settings(server.Port) with { ConnectTimeout = TimeSpan.FromDays(30) };
        var carried = new SmtpSender(settings, time).Carry(Sample.Letter, stop.Token);
        await server.Silent;
        Assert.False(carried.IsCompleted);
        while (!carried.IsCompleted)
        {
            then(time, stop);
            await Task.Yield();
        }
        return await carried;
    }
}
