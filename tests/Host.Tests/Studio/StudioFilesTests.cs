using System.Net;

namespace Procedures.Tests;

public sealed class StudioFilesTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("/studio/")]
    [InlineData("/studio/workflows/definitions/judge-election/edit")]
    [InlineData("/studio/workflows/instances")]
    public async Task Every_place_in_Studio_is_the_one_page_under_a_policy_without_unsafe_eval(string path)
    {
        using var answer = await fixture.Host.Client().GetAsync(path);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<base href=\"/studio/\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" 'unsafe-eval'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_framework/dotnet.native.", ".wasm", "application/wasm")]
    [InlineData("_framework/icudt", ".dat", "application/octet-stream")]
    public async Task Fingerprinted_files_are_kept_for_ever_and_sent_compressed(string start, string end, string type)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "studio");
        var file = Directory.EnumerateFiles(Path.Combine(folder, "_framework"))
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Single(f => f.StartsWith(start, StringComparison.Ordinal) && f.EndsWith(end, StringComparison.Ordinal));
        var client = fixture.Host.Client();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        using var answer = await client.GetAsync("/studio/" + file);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(new FileInfo(Path.Combine(folder, file + ".br")).Length,
            (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task Other_files_are_asked_for_again_and_not_sent_again()
    {
        var client = fixture.Host.Client();
        using var first = await client.GetAsync("/studio/_framework/blazor.webassembly.js");
        var question = new HttpRequestMessage(HttpMethod.Get, "/studio/_framework/blazor.webassembly.js");
        question.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(question);

        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal("text/javascript", first.Content.Headers.ContentType?.MediaType);
        Assert.Empty(first.Content.Headers.ContentEncoding);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/studio/nothing.js")]
    [InlineData("/studio/index.html")]
    [InlineData("/studio/own/none.js")]
    [InlineData("/studio/..%2fProcedures.Host.dll")]
    public async Task Nothing_else_is_served(string path)
    {
        using var answer = await fixture.Host.Client().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_the_page_comes_from_elsewhere()
    {
        using var page = await fixture.Host.Client().GetAsync("/studio/");

        Assert.DoesNotContain("http", await page.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
