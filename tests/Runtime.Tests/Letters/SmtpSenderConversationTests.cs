namespace Procedures.Letters;

/// <summary>What the sender says to a mail server, and what it refuses to say.</summary>
public class SmtpSenderConversationTests
{
    [Fact]
    public async Task The_letter_arrives_with_its_dots_doubled_and_every_line_ended()
    {
        await using var server = ScriptedServer.Start();

        await Carry(server, Sample.Letter);

        Assert.Contains("..A line with a dot", server.Letter);
        Assert.Contains("...and two", server.Letter);
        Assert.Equal("QUIT", server.Heard[^1]);
    }

    [Fact]
    public async Task The_envelope_names_one_recipient_and_the_address_for_bounces()
    {
        await using var server = ScriptedServer.Start();
        var letter = Sample.Letter with { Cc = [Mailbox.Of("copy@assembly.example")] };

        await Carry(server, letter);

        var size = MimeWriter.Write(letter).Length;
        Assert.Equal(
            ["EHLO test.example", $"MAIL FROM:<bounces@assembly.example> SIZE={size} BODY=7BIT",
             "RCPT TO:<mission@state.example>", "DATA", "QUIT"],
            server.Heard);
    }

    [Fact]
    public async Task A_server_that_does_not_know_EHLO_is_greeted_with_HELO()
    {
        await using var server = ScriptedServer.Start(("EHLO", new Act.Say("500 what?")));

        Assert.IsType<Delivery.Sent>(await Carry(server, Sample.Letter));
        Assert.Equal("HELO test.example", server.Heard[1]);
        Assert.Equal("MAIL FROM:<bounces@assembly.example>", server.Heard[2]);
    }

    [Fact]
    public async Task Without_STARTTLS_on_offer_nothing_is_sent_in_clear()
    {
        await using var server = ScriptedServer.Start();

        var end = await Carry(server, Sample.Letter, s => s with { Security = SmtpSecurity.StartTls });

        Assert.IsType<Delivery.NotSent>(end);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("454 no certificate today", "STARTTLS")]
    [InlineData("220 go on\r\n250 smuggled", "TLS")]
    [InlineData("220 go on", "TLS")]
    public async Task A_failed_STARTTLS_means_that_it_was_not_sent(string words, string stage)
    {
        await using var server = ScriptedServer.Start(
            ("EHLO", new Act.Say("250-scripted\r\n250 STARTTLS")), ("STARTTLS", new Act.Say(words)));

        var end = await Carry(server, Sample.Letter, s => s with { Security = SmtpSecurity.StartTls });

        Assert.Equal(stage, Assert.IsType<Delivery.NotSent>(end).AtCommand);
    }

    [Fact]
    public async Task The_password_is_not_sent_in_clear()
    {
        await using var server = ScriptedServer.Start(("EHLO", new Act.Say("250-scripted\r\n250 AUTH PLAIN LOGIN")));

        var end = await Carry(server, Sample.Letter, s => s with { UserName = "clerk", Password = "secret" });

        Assert.Equal(SmtpStage.Ehlo, Assert.IsType<Delivery.NotSent>(end).AtCommand);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_password_is_not_the_letters_own_fault()
    {
        await using var server = ScriptedServer.Start(
            ("EHLO", new Act.Say("250-scripted\r\n250 AUTH PLAIN")), ("AUTH", new Act.Say("535 wrong password")));

        var end = await Carry(server, Sample.Letter,
            s => s with { UserName = "clerk", Password = "secret", AllowPasswordInClear = true });

        var notSent = Assert.IsType<Delivery.NotSent>(end);
        Assert.Equal((SmtpStage.Auth, false), (notSent.AtCommand, notSent.Permanent));
        Assert.DoesNotContain("secret", notSent.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_known_way_to_sign_in_means_that_it_was_not_sent()
    {
        await using var server = ScriptedServer.Start(("EHLO", new Act.Say("250-scripted\r\n250 AUTH GSSAPI")));

        var end = await Carry(server, Sample.Letter, s => s with { UserName = "clerk", AllowPasswordInClear = true });

        Assert.Contains("AUTH LOGIN", Assert.IsType<Delivery.NotSent>(end).Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_beyond_ASCII_needs_a_server_that_knows_it()
    {
        var letter = Sample.Letter with { Recipient = Mailbox.Of("délégué@état.example") };
        await using var old = ScriptedServer.Start();
        await using var current = ScriptedServer.Start(
            ("EHLO", new Act.Say("250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8")));

        Assert.True(Assert.IsType<Delivery.NotSent>(await Carry(old, letter)).Permanent);
        Assert.IsType<Delivery.Sent>(await Carry(current, letter));
        Assert.Contains("MAIL FROM:<bounces@assembly.example> BODY=8BITMIME SMTPUTF8", current.Heard);
        Assert.Contains("RCPT TO:<délégué@xn--tat-9la.example>", current.Heard);
    }

    [Fact]
    public async Task A_letter_larger_than_the_server_accepts_is_not_offered()
    {
        await using var server = ScriptedServer.Start(("EHLO", new Act.Say("250-scripted\r\n250 SIZE 100")));

        var end = Assert.IsType<Delivery.NotSent>(await Carry(server, Sample.Letter));

        Assert.True(end.Permanent);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mission@state.example\r\nRCPT TO:<other@state.example>")]
    [InlineData("mission@state.example>\nDATA")]
    [InlineData("mission")]
    [InlineData("a b@state.example")]
    [InlineData("a@b@state.example")]
    [InlineData("@state.example")]
    [InlineData("a..b@state.example")]
    [InlineData("a@state..example")]
    [InlineData("<a@state.example>")]
    public async Task An_address_that_is_none_never_reaches_a_server(string address)
    {
        await using var server = ScriptedServer.Start();

        var end = await Carry(server, Sample.Letter with { Recipient = Mailbox.Of(address) });

        var notSent = Assert.IsType<Delivery.NotSent>(end);
        Assert.Equal((SmtpStage.Letter, true), (notSent.AtCommand, notSent.Permanent));
        Assert.Empty(server.Heard);
    }

    [Fact]
    public async Task A_header_cannot_be_smuggled_in_through_the_subject_or_a_name()
    {
        await using var server = ScriptedServer.Start();
        var subject = Sample.Letter with { Subject = "Deadline\r\nBcc: other@state.example" };
        var name = Sample.Letter with { From = new Mailbox("Assembly\nBcc: x", "secretariat@assembly.example") };

        Assert.IsType<Delivery.NotSent>(await Carry(server, subject));
        Assert.IsType<Delivery.NotSent>(await Carry(server, name));
    }

    private static Task<Delivery> Carry(
        ScriptedServer server, Message letter, Func<SmtpSettings, SmtpSettings>? change = null)
    {
        var settings = Sample.Settings(server.Port);
        return new SmtpSender(change is null ? settings : change(settings), TimeProvider.System)
            .Carry(letter, CancellationToken.None);
    }
}
