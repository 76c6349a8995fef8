using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Procedures.Storage;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>Two people edit one definition, and a network is slow: nobody's work is lost.</summary>
[Collection(StudioCollection.Name)]
public sealed class TwoEditorsTests(StudioSetting studio)
{
    private IPage Page => studio.Page;

    [Fact]
    public async Task The_second_save_is_refused_visibly_and_both_texts_are_kept()
    {
        await studio.CopyElectionAsync("two-editors", "Two editors");
        var canvas = await studio.EditAsync("two-editors");
        using var other = studio.Client("another window");
        await other.SavedAsync((await other.OpenAsync("two-editors")).Described("Written by somebody else."));

        await canvas.SelectAsync("P1.17");
        var answer = await canvas.SavedByAsync(() => canvas.TypeAsync("Deadline", "nlt EO - 9 w"));
        Assert.Equal(400, answer.Status);
        var bar = Page.Locator("#own-refusal");
        await bar.WaitForAsync();
        await StudioBrowser.PictureAsync(Page, "studio-refused");
        Assert.Contains("saved in another window", await bar.InnerTextAsync(), StringComparison.Ordinal);

        var stored = await studio.LatestAsync("two-editors");
        Assert.Equal("Written by somebody else.", (string?)stored["description"]);
        Assert.Equal("within 10 wd of P1.15.completed", StudioSetting.Written(stored, "P1.17", "deadline"));
        var link = await Page.Locator("#own-refusal-link").GetAttributeAsync("href");
        var kept = (JsonObject)JsonNode.Parse(await other.GetStringAsync(new Uri(studio.Host.Address, link)))!;
        Assert.Equal("nlt EO - 9 w", StudioSetting.Written(kept, "P1.17", "deadline"));
        await Page.Locator("#own-refusal-close").ClickAsync();
        Assert.False(await bar.IsVisibleAsync());
    }

    [Fact]
    public async Task On_a_slow_network_every_change_arrives_in_its_order()
    {
        await studio.CopyElectionAsync("slow", "Slow network");
        var canvas = await studio.EditAsync("slow");
        var network = await Page.Context.NewCDPSessionAsync(Page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", Conditions(latency: 300, bytesPerSecond: 200_000));
        try
        {
            await canvas.SelectAsync("P1.17");
            await canvas.TypeAsync("Deadline", "nlt EO - 9 w");
            await canvas.TypeAsync("Title", "Invite every candidate");
            await canvas.PublishAsync();
        }
        finally
        {
            await network.SendAsync("Network.emulateNetworkConditions", Conditions(latency: 0, bytesPerSecond: -1));
            await network.DetachAsync();
        }
        foreach (var version in (VersionChoice[])[VersionChoice.Published, VersionChoice.Latest])
        {
            var stored = await studio.StoredAsync("slow", version);
            Assert.Equal("nlt EO - 9 w", StudioSetting.Written(stored, "P1.17", "deadline"));
            Assert.Equal("Invite every candidate", StudioSetting.Written(stored, "P1.17", "title"));
        }
        Assert.Empty(studio.Browser.Errors);
    }

    private static Dictionary<string, object> Conditions(int latency, int bytesPerSecond) => new()
    {
        ["offline"] = false, ["latency"] = latency, ["downloadThroughput"] = bytesPerSecond,
        ["uploadThroughput"] = bytesPerSecond,
    };
}
