namespace Procedures.Letters;

/// <summary>What a letter's row learns when the conversation fails, at each of its places.</summary>
public class SmtpSenderFailureTests
{
    private static readonly Act Cut = new Act.Cut();

    private static async Task<Delivery> Carry(params (string, Act)[] script)
    {
        await using var server = ScriptedServer.Start(script);
        return await new SmtpSender(Sample.Settings(server.Port), TimeProvider.System)
            .Carry(Sample.Letter, CancellationToken.None);
    }

    /// <summary>More than the buffers of both sides hold, so the dot cannot have left when the server acts.</summary>
    private static async Task<Delivery> CarryLong(params (string, Act)[] script)
    {
        await using var server = ScriptedServer.Start(script);
        var text = string.Concat(Enumerable.Repeat("A line of a long letter.\n", 400_000));
        return await new SmtpSender(Sample.Settings(server.Port), TimeProvider.System)
            .Carry(Sample.Letter with { Text = text }, CancellationToken.None);
    }

    [Theory]
    [InlineData("GREETING", "GREETING")]
    [InlineData("EHLO", "EHLO")]
    [InlineData("MAIL", "MAIL")]
    [InlineData("RCPT", "RCPT")]
    [InlineData("DATA", "DATA")]
    public async Task A_cut_before_the_letter_means_that_it_was_not_sent(string place, string stage)
    {
        var end = Assert.IsType<Delivery.NotSent>(await Carry((place, Cut)));

        Assert.Equal(stage, end.AtCommand);
        Assert.False(end.Permanent);
    }

    [Fact]
    public async Task A_cut_in_the_middle_of_the_letter_means_that_it_was_not_sent()
    {
        var end = await CarryLong(("BODY", Cut));

        Assert.Equal(SmtpStage.Body, Assert.IsType<Delivery.NotSent>(end).AtCommand);
    }

    [Fact]
    public async Task A_refusal_in_the_middle_of_the_letter_is_heard_before_the_dot()
    {
        var end = Assert.IsType<Delivery.NotSent>(await CarryLong(("BODY", new Act.Say("452 disk full"))));

        Assert.Equal((SmtpStage.Body, false), (end.AtCommand, end.Permanent));
        Assert.Equal("Le serveur a refusé : 452 disk full", end.Reason.French);
    }

    [Fact]
    public async Task A_cut_after_the_final_dot_means_that_it_is_not_known() =>
        Assert.IsType<Delivery.NotKnown>(await Carry(("DOT", Cut)));

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("250-accepted\r\n550 refused")]
    [InlineData("354 go on")]
    [InlineData("999 out of range")]
    public async Task An_answer_to_the_dot_that_cannot_be_understood_means_that_it_is_not_known(string words) =>
        Assert.IsType<Delivery.NotKnown>(await Carry(("DOT", new Act.Say(words))));

    [Theory]
    [InlineData("451 try again later", false)]
    [InlineData("421 closing", false)]
    [InlineData("554 5.7.1 refused by policy", true)]
    [InlineData("552-too\r\n552 large", true)]
    public async Task A_refusal_after_the_dot_means_that_it_was_not_sent(string words, bool permanent)
    {
        var end = Assert.IsType<Delivery.NotSent>(await Carry(("DOT", new Act.Say(words))));

        Assert.Equal((SmtpStage.Dot, permanent), (end.AtCommand, end.Permanent));
        Assert.Contains(words[..3], end.Reason.French, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAIL", "553 sender refused", true)]
    [InlineData("RCPT", "550 no such person", true)]
    [InlineData("RCPT", "450 mailbox busy", false)]
    [InlineData("DATA", "554 no valid recipients", true)]
    [InlineData("DATA", "451 not now", false)]
    public async Task A_refused_letter_keeps_the_words_of_the_server(string place, string words, bool permanent)
    {
        var end = Assert.IsType<Delivery.NotSent>(await Carry((place, new Act.Say(words))));

        Assert.Equal((place, permanent), (end.AtCommand, end.Permanent));
        Assert.Equal($"The server refused: {words}", end.Reason.English);
    }

    [Theory]
    [InlineData("GREETING", "554 we are closed")]
    [InlineData("HELO", "550 unknown host")]
    public async Task A_refused_connection_is_never_the_letters_own_fault(string place, string words)
    {
        var end = await Carry(("EHLO", new Act.Say("502 unknown command")), (place, new Act.Say(words)));

        Assert.False(Assert.IsType<Delivery.NotSent>(end).Permanent);
    }

    [Fact]
    public async Task A_cut_at_the_farewell_changes_nothing()
    {
        var end = Assert.IsType<Delivery.Sent>(await Carry(("QUIT", Cut)));

        Assert.Equal("250 2.0.0 Ok: queued as 4F1A", end.Reply);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_means_that_it_was_not_sent()
    {
        int port;
        await using (var server = ScriptedServer.Start()) port = server.Port;

        var end = await new SmtpSender(Sample.Settings(port), TimeProvider.System)
            .Carry(Sample.Letter, CancellationToken.None);

        Assert.Equal(SmtpStage.Connect, Assert.IsType<Delivery.NotSent>(end).AtCommand);
    }

    [Fact]
    public async Task A_line_without_end_is_not_read_for_ever()
    {
        var end = await Carry(("EHLO", new Act.SayRaw("250 " + new string('x', 10_000))));

        Assert.Equal(SmtpStage.Ehlo, Assert.IsType<Delivery.NotSent>(end).AtCommand);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_for_ever()
    {
        var lines = string.Concat(Enumerable.Repeat("250-again\r\n", 1000));

        var end = await Carry(("EHLO", new Act.SayRaw(lines)));

        Assert.Equal(SmtpStage.Ehlo, Assert.IsType<Delivery.NotSent>(end).AtCommand);
    }

    [Fact]
    public async Task An_acceptance_that_comes_before_the_letter_is_not_believed()
    {
        var end = await Carry(("DATA", new Act.Say("354 go on\r\n250 already accepted")));

        Assert.IsType<Delivery.NotSent>(end);
    }
}
