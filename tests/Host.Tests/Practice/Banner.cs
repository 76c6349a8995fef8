using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Procedures.Host.Tests;

namespace Procedures.Practice;

/// <summary>The banner of a practice host, as somebody uses it without scripts.</summary>
internal static class Banner
{
    /// <summary>What stands in the banner's first line; null on a page without a banner.</summary>
    public static string? TextOf(IHtmlDocument page) =>
        page.QuerySelector("aside.practice p")?.TextContent is { } text ? string.Join(' ', text.Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>Presses one of the banner's buttons.</summary>
    /// <param name="to">What is typed into the field for a date.</param>
    public static Task<HttpResponseMessage> PressAsync(
        PageReader reader, IHtmlDocument page, string button, string to = "")
    {
        var form = page.QuerySelectorAll("aside.practice form").OfType<IHtmlFormElement>()
            .Single(f => f.QuerySelector($"button[value={button}]") is not null);
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        if (form.QuerySelector("input[name=to]") is not null) fields.Add(KeyValuePair.Create("to", to));
        fields.Add(KeyValuePair.Create("act", button));
        return reader.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields));
    }

    /// <summary>Moves the clock and waits until it stands.</summary>
    /// <returns>The page that the reader comes back to.</returns>
    public static async Task<IHtmlDocument> MoveAsync(
        PageReader reader, IHtmlDocument page, string button, string to = "")
    {
        using var answer = await PressAsync(reader, page, button, to);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return await reader.PageAsync(answer.Headers.Location!.OriginalString);
    }
}
