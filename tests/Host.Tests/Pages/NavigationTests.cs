using AngleSharp.Dom;

namespace Procedures.Host.Tests;

/// <summary>Everything that a newcomer looks for is reached from the head of every page.</summary>
[Collection(PageCollection.Name)]
public sealed class NavigationTests(PageHost host)
{
    [Theory]
    [InlineData("en", "Procedures,Tasks,Letters,Mandates,Part-sessions,Contacts,Definitions")]
    [InlineData("fr", "Procédures,Tâches,Lettres,Mandats,Parties de session,Contacts,Définitions")]
    public async Task Each_place_is_one_link_away_and_marked_when_one_is_there(string language, string names)
    {
        using var reader = host.Reader();
        var links = (await reader.PageAsync($"/{language}/tasks")).QuerySelectorAll("header nav a");
        Assert.Equal(names.Split(','), links.Select(l => l.TextContent));
        foreach (var link in links)
        {
            var page = await reader.PageAsync(link.GetAttribute("href")!);
            Assert.Equal(link.TextContent, page.QuerySelector("header nav a[aria-current=page]")?.TextContent);
        }
    }

    [Theory]
    [InlineData("en", "Election of a judge")]
    [InlineData("fr", "Élection d'un juge")]
    public async Task A_definition_is_named_in_the_language_of_the_reader_and_leads_into_the_designer(
        string language, string name)
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/definitions");
        var link = page.QuerySelector(
            $"a[href='/studio/workflows/definitions/judge-election/edit?language={language}']");
        Assert.Equal(name, link!.TextContent);
        Assert.NotNull(page.QuerySelector($"main a[href='/{language}/templates']"));
    }
}
