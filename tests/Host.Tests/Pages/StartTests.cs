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
            Configuration(("Smtp:Host", "mail.example.org"), ("Smtp:Port", "465"), ("Smtp:Security", "ImplicitTls"),
                ("Smtp:From", "elections@example.org")));
        Assert.Equal(("mail.example.org", 465), (settings.Smtp!.Host, settings.Smtp.Port));
        Assert.Contains("Smtp:Port", Refusal(("Smtp:Host", "mail.example.org"), ("Smtp:Port", "many")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Smtp:Port", "0", "from 1 to 65535")]
    [InlineData("Smtp:Port", "70000", "from 1 to 65535")]
    [InlineData("Smtp:Security", "9", "known are None, StartTls, ImplicitTls")]
    [InlineData("Smtp:From", "elections", "Smtp:From: “elections” is not an e-mail address.")]
    [InlineData("Letters:From", "elections", "Letters:From: “elections” is not an e-mail address.")]
    public void A_mail_setting_that_no_letter_could_leave_with_is_refused_at_the_start(
        string key, string value, string reason) =>
        Assert.Contains(reason, Refusal(
            [("Smtp:Host", "mail.example.org"), .. key == "Smtp:From" ? [] : new[] { ("Smtp:From", "a@example.org") },
                (key, value)]), StringComparison.Ordinal);

    [Fact]
    public void One_address_is_enough_and_with_a_mail_server_none_is_too_few()
    {
        var envelope = HostSettings.Read(Configuration(
            ("Smtp:Host", "mail.example.org"), ("Smtp:From", "elections@example.org")));
        Assert.Equal("elections@example.org", envelope.Sender.Address);
        var head = HostSettings.Read(Configuration(
            ("Smtp:Host", "mail.example.org"), ("Letters:From", "elections@example.org")));
        Assert.Equal("elections@example.org", head.Smtp!.From);
        Assert.Contains("Smtp:From does not say", Refusal(("Smtp:Host", "mail.example.org")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hst=db;Database=procedures;Username=p;Password=hidden")]
    [InlineData("Data Source=procedures.db;Password=hidden")]
    public void A_misspelt_connection_string_does_not_become_the_name_of_a_new_empty_file(string setting)
    {
        var refusal = Refusal(("PROCEDURES_DATABASE", setting));

        Assert.Contains("begins with Host=", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", refusal, StringComparison.Ordinal);
        Assert.Equal("/srv/p.db", HostSettings.Read(Configuration(("PROCEDURES_DATABASE", "/srv/p.db"))).DatabaseFile);
    }

    [Fact]
    public void A_file_of_the_folder_that_cannot_be_read_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("procedures-workflows-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "states.json"), "{ \"states\": ");
            Assert.Contains("states.json cannot be read", Assert.Throws<HostRefusedException>(
                () => MemberStates.Read(folder)).Message, StringComparison.Ordinal);
            Assert.Contains("has no calendars/part-sessions.json", Assert.Throws<HostRefusedException>(
                () => Composition.ReadInstitution(folder)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Refusal(params (string Key, string Value)[] pairs) =>
        Assert.Throws<HostRefusedException>(() => HostSettings.Read(Configuration(pairs))).Message;

    private static IConfiguration Configuration(params (string Key, string Value)[] pairs) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(pairs.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).Build();
}
