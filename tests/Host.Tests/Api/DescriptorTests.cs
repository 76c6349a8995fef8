namespace Procedures.Tests;

public sealed class DescriptorTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Every_activity_of_the_judge_election_has_a_descriptor()
    {
        var client = fixture.Host.Client();
        var descriptors = (await client.ReadAsync("/descriptors/activities?Refresh=True"))["items"]!.AsArray();
        var known = descriptors.Select(d => ((string)d!["typeName"]!, (int)d["version"]!)).ToHashSet();
        var root = (await client.OpenAsync("judge-election"))["root"]!;

        var used = root["activities"]!.AsArray().Select(a => ((string)a!["type"]!, (int?)a["version"] ?? 1))
            .ToHashSet();

        Assert.Equal(descriptors.Count, known.Count);
        Assert.Subset(known, used);
        Assert.Contains(("Elsa.NotFoundActivity", 1), known);
        Assert.Contains(((string)root["type"]!, 1), known);
    }

    [Fact]
    public async Task Activities_are_named_in_French_for_who_reads_French()
    {
        var client = fixture.Host.Client();
        client.DefaultRequestHeaders.Add("Cookie", "studio-language=fr");
        var french = await client.ReadAsync("/descriptors/activities");
        var english = await fixture.Host.Client().ReadAsync("/descriptors/activities");

        Assert.NotEqual(english.ToJsonString(), french.ToJsonString());
        Assert.Contains(french["items"]!.AsArray(), d => (string)d!["category"]! == "Planification");
    }
}
