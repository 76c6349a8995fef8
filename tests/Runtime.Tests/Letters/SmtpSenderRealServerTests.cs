namespace Procedures.Letters;

/// <summary>Letters handed to aiosmtpd, a mail server that is not ours.</summary>
public class SmtpSenderRealServerTests
{
    private const string Password = "pässword";

    [Theory]
    [InlineData("starttls", "PLAIN", SmtpSecurity.StartTls)]
    [InlineData("starttls", "LOGIN", SmtpSecurity.StartTls)]
    [InlineData("starttls", "none", SmtpSecurity.StartTls)]
    [InlineData("implicit", "PLAIN", SmtpSecurity.ImplicitTls)]
    [InlineData("implicit", "LOGIN", SmtpSecurity.ImplicitTls)]
    [InlineData("none", "none", SmtpSecurity.None)]
    public async Task A_letter_arrives_octet_by_octet(string mode, string way, SmtpSecurity security)
    {
        await using var server = await RealServer.Start(mode, way);

        var end = await Carry(server, Settings(server, way) with { Security = security });

        Assert.Equal(new Delivery.Sent("250 stored as 1"), end);
        Assert.Equal(
            MimeWriter.Write(Sample.Letter), await File.ReadAllBytesAsync(Path.Combine(server.Folder, "1.eml")));
        var about = server.About(1);
        Assert.Equal("bounces@assembly.example", about.GetProperty("from").GetString());
        Assert.Equal(mode != "none", about.GetProperty("encrypted").GetBoolean());
        Assert.Equal(way != "none", about.GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task A_wrong_password_means_that_it_was_not_sent()
    {
        await using var server = await RealServer.Start("starttls", "PLAIN");

        var end = await Carry(server, Settings(server, "PLAIN") with { Password = "wrong" });

        var notSent = Assert.IsType<Delivery.NotSent>(end);
        Assert.Equal((SmtpStage.Auth, false), (notSent.AtCommand, notSent.Permanent));
        Assert.Contains("535", notSent.Reason.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00:11:22")]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted(string? thumbprint)
    {
        await using var server = await RealServer.Start("starttls", "PLAIN");

        var end = await Carry(server, Settings(server, "PLAIN") with { TrustedCertificateThumbprint = thumbprint });

        Assert.Equal(SmtpStage.Tls, Assert.IsType<Delivery.NotSent>(end).AtCommand);
        Assert.Empty(Directory.GetFiles(server.Folder, "*.eml"));
    }

    [Fact]
    public async Task A_letter_to_an_address_beyond_ASCII_arrives()
    {
        await using var server = await RealServer.Start("starttls");
        var letter = Sample.Letter with { Recipient = new Mailbox("Délégué", "délégué@state.example") };

        Assert.IsType<Delivery.Sent>(await Carry(server, Settings(server, "none"), letter));

        Assert.Equal("délégué@state.example", server.About(1).GetProperty("to")[0].GetString());
        var seen = (await Python.Read(server.Folder))["1.eml"];
        Assert.Equal("délégué@state.example", seen.GetProperty("to")[0][1].GetString());
    }

    [Fact]
    public async Task Many_letters_go_one_after_the_other()
    {
        await using var server = await RealServer.Start("implicit", "PLAIN");
        var settings = Settings(server, "PLAIN") with { Security = SmtpSecurity.ImplicitTls };

        for (var number = 1; number <= 5; number++)
            Assert.Equal(new Delivery.Sent($"250 stored as {number}"), await Carry(server, settings));
    }

    private static SmtpSettings Settings(RealServer server, string way) => Sample.Settings(server.Port) with
    {
        Security = SmtpSecurity.StartTls,
        UserName = way == "none" ? null : "clerk",
        Password = way == "none" ? "" : Password,
        TrustedCertificateThumbprint = server.Thumbprint,
    };

    private static Task<Delivery> Carry(RealServer server, SmtpSettings settings, Message? letter = null)
    {
        Assert.Equal(server.Port, settings.Port);
        return new SmtpSender(settings, TimeProvider.System).Carry(letter ?? Sample.Letter, CancellationToken.None);
    }
}
