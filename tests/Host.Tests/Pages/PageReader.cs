using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Procedures.Host.Tests;

/// <summary>Reads pages and sends their forms, as a browser without scripts does.</summary>
public sealed class PageReader(HttpClient client) : IDisposable
{
    public HttpClient Client { get; } = client;

    public void Dispose() => Client.Dispose();

    /// <summary>The page at an address that must answer 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends the post form of a page with the button of that value pressed; given fields replace what stands
    /// there.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        IHtmlDocument page, string? button, params (string Name, string Value)[] fields)
    {
        var form = page.Forms.Single(f => f.Method == "post" && f.Closest("aside") is null);
        var values = Successful(form).Where(pair => fields.All(f => f.Name != pair.Key)).ToList();
        values.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        if (button is not null)
        {
            Assert.True(form.QuerySelectorAll("button[name=act]").Any(b => b.GetAttribute("value") == button),
                $"No button “{button}”: {page.QuerySelector(".errors")?.TextContent}");
            values.Add(KeyValuePair.Create("act", button));
        }
        return await Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(values));
    }

    private static IEnumerable<KeyValuePair<string, string>> Successful(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.OfType<IHtmlElement>())
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    if (box.IsChecked) yield return KeyValuePair.Create(name, box.Value);
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }
    }
}
