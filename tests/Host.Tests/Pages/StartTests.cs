using Microsoft.Extensions.Configuration;

namespace Procedures.Host.Tests;

/// <summary>The host starts only where nobody else can reach it, and says why not otherwise.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://127.0.0.1:5080;http://localhost:5081")]
    public void Addresses_of_this_computer_are_taken(string urls) => Loopback.Require(urls);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("http://procedures.example.org")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081")]
    public void Addresses_that_others_can_reach_are_refused(string urls) =>
        Assert.Contains("nobody signs in yet", Assert.Throws<HostRefusedException>(() => Loopback.Require(urls))
            .Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_mail_server_letters_go_into_the_data_folder()
    {
        var settings = HostSettings.Read(Configuration(("data", "/tmp/x")));
        Assert.Null(settings.Smtp);
        Assert.Equal("/tmp/x/letters", settings.LetterFolder);
        Assert.Equal("/tmp/x/procedures.db", settings.DatabaseFile);
    }

    [Fact]
    public void Texts_of_definitions_are_kept_for_ninety_days_unless_the_settings_say_otherwise()
    {
        Assert.Equal(TimeSpan.FromDays(90), HostSettings.Read(Configuration()).KeepRevisions);
        Assert.Equal(
            TimeSpan.FromDays(7), HostSettings.Read(Configuration(("Definitions:KeepDays", "7"))).KeepRevisions);
        Assert.Contains("Definitions:KeepDays", Assert.Throws<HostRefusedException>(() =>
            HostSettings.Read(Configuration(("Definitions:KeepDays", "0")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_server_is_read_from_the_settings_and_a_wrong_one_is_named()
    {
        var settings = HostSettings.Read(
            Configuration(("Smtp:Host", "mail.example.org"), ("Smtp:Port", "465"), ("Smtp:Security", "ImplicitTls")));
        Assert.Equal(("mail.example.org", 465), (settings.Smtp!.Host, settings.Smtp.Port));
        var wrong = Assert.Throws<HostRefusedException>(() =>
            HostSettings.Read(Configuration(("Smtp:Host", "mail.example.org"), ("Smtp:Port", "many"))));
        Assert.Contains("Smtp:Port", wrong.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] pairs) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(pairs.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).Build();
}
