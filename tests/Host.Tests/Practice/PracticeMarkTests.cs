using System.Net;
using Microsoft.Extensions.Configuration;
using Procedures.Host.Tests;

namespace Procedures.Practice;

/// <summary>Practice and real procedures never mix.</summary>
[Collection(PageCollection.Name)]
public sealed class PracticeMarkTests(PageHost ordinary)
{
    [Fact]
    public async Task A_restart_keeps_the_day_whatever_day_is_named()
    {
        var first = await PracticeHost.StartAsync();
        using (var reader = first.Reader())
            await Banner.MoveAsync(reader, await reader.PageAsync("/en/tasks"), "date", "15/9/2023");
        await first.StopAsync();
        await using var second = await PracticeHost.StartAsync(first.Folder, "2020-01-01");
        Assert.Equal(new DateOnly(2023, 9, 15), second.Moves.Today);
    }

    [Fact]
    public async Task An_ordinary_host_refuses_a_practice()
    {
        var practice = await PracticeHost.StartAsync();
        await practice.StopAsync();
        var refusal = Refusal("--samples=false", $"--data={practice.Folder}");
        Assert.Contains("holds a practice", refusal, StringComparison.Ordinal);
        // Refused and let go: the practice can be taken up again at once.
        await using var again = await PracticeHost.StartAsync(practice.Folder);
    }

    [Fact]
    public async Task A_practice_refuses_a_database_of_an_ordinary_host()
    {
        var folder = PracticeHost.NewFolder();
        await using (var app = WebProgram.Build(["--urls=http://127.0.0.1:0", $"--data={folder}", "--samples=false"]))
        {
            await app.StartAsync();
            await ((StartWork)app.Services.GetService(typeof(StartWork))!).Done;
        }
        var refusal = Refusal($"--data={folder}", "--practice=2023-09-01");
        Directory.Delete(folder, recursive: true);
        Assert.Contains("is no practice", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ordinary_host_has_no_such_address_and_no_banner()
    {
        using var reader = ordinary.Reader();
        using var shown = await reader.Client.GetAsync("/en/practice");
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        var form = await reader.PageAsync("/en/procedures/new/judge-election");
        var token = form.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        foreach (var act in (string[])["day", "due", "date", "stop"])
        {
            using var answer = await reader.Client.PostAsync("/en/practice", new FormUrlEncodedContent(
                [new("token", token), new("act", act), new("to", "1 January 2030"), new("from", "0")]));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Null(Banner.TextOf(form));
        Assert.Null(ordinary.Parts.GetService(typeof(PracticeMoves)));
    }

    [Fact]
    public void Nothing_of_the_real_host_s_settings_reaches_a_practice()
    {
        var settings = HostSettings.Read(Configuration(("practice", "2023-09-01"), ("Smtp:Host", "mail.example.org"),
            ("PROCEDURES_DATABASE", "Host=db;Database=procedures"), ("Replies:Key", "secret")));
        Assert.Null(settings.Smtp);
        Assert.Null(settings.Postgres);
        Assert.Null(settings.ReplyKey);
        Assert.False(settings.WithSamples);
        Assert.EndsWith("/practice/procedures.db", settings.DatabaseFile, StringComparison.Ordinal);
        Assert.Equal("http://127.0.0.1:5081/", settings.PublicAddress.ToString());
        Assert.True(HostSettings.Read(Configuration(("practice", "2023-09-01"), ("samples", "true"))).WithSamples);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("1 September 2023")]
    [InlineData("1999-12-31")]
    [InlineData("")]
    public void A_day_that_is_none_is_refused(string day) => Assert.Contains("--practice needs the day",
        Assert.Throws<HostRefusedException>(() => HostSettings.Read(Configuration(("practice", day)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Without_a_day_no_host_starts() =>
        Assert.Contains("--practice needs the day", Refusal("--practice"), StringComparison.Ordinal);

    // The parts of the host are made when it is built or started; a refusal comes with either.
    private static string Refusal(params string[] arguments) => Assert.Throws<HostRefusedException>(() =>
        WebProgram.Build(["--urls=http://127.0.0.1:0", .. arguments]).Start()).Message;

    private static IConfiguration Configuration(params (string Key, string Value)[] pairs) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(pairs.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).Build();
}
