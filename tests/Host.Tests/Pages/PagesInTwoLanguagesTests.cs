using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Procedures.Host.Tests;

/// <summary>Walks from page to page in both languages: no sentence of one stands on the page of the other.</summary>
[Collection(PageCollection.Name)]
public sealed partial class PagesInTwoLanguagesTests(PageHost host)
{
    private const int OfEachKind = 3;

    private static readonly string[] Beginnings =
    [
        "procedures", "procedures/new", "tasks", "letters", "contacts", "contacts/contact", "templates",
        "part-sessions", "mandates", "mandates/offices", "mandates/import", "definitions",
    ];

    [Fact]
    public async Task No_page_says_in_French_what_it_says_in_English()
    {
        var id = await host.OpenElectionAsync("DK");
        var (frail, _) = await host.OpenFrailAsync();
        var own = (await host.Store.ContactsAsync()).SelectMany(c => (string[])[c.Name, c.Role]).ToHashSet();
        using var reader = host.Reader();
        var (found, pages) = (new SortedSet<string>(), 0);
        var start = Beginnings.Concat([$"procedures/{id}?journal=all", $"procedures/{frail}?journal=all",
            "mandates/judge_EE_2020-01-04"]);
        foreach (var path in await WalkAsync(reader, start))
        {
            using var english = await reader.PageAsync($"/en/{path}");
            using var french = await reader.PageAsync($"/fr/{path}");
            Compare(path, english, french, own, found);
            pages++;
            if (await MistakenAsync(reader, english) is not { } wrong
                || await MistakenAsync(reader, french) is not { } faux) continue;
            Compare($"{path} (mistakes)", wrong, faux, own, found);
        }
        Assert.True(pages > 50, $"Only {pages} pages were found.");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static void Compare(
        string path, IHtmlDocument english, IHtmlDocument french, HashSet<string> own, SortedSet<string> found)
    {
        var said = Texts(english).ToHashSet();
        foreach (var text in Texts(french).Where(t => !own.Contains(t)))
        {
            if (said.Contains(text) && Prose().IsMatch(text)) found.Add($"{path}: the same in both: {text}");
            if (Cramped().IsMatch(Quoted().Replace(text, "Q"))) found.Add($"{path}: {text}");
        }
    }

    // What is quoted in another language says so; what is typed or written to addressees is read elsewhere.
    private static IEnumerable<string> Texts(IHtmlDocument page) =>
        page.Body!.Descendants<IText>()
            .Where(t => t.ParentElement is { } parent
                && parent.Closest("[lang]")?.LocalName == "html" && parent.Closest(".mono, textarea, .letter") is null)
            .Select(t => t.TextContent)
            .Concat(page.Body!.QuerySelectorAll("[aria-label]").Select(e => e.GetAttribute("aria-label")!))
            .Select(t => Blank().Replace(t, " ").Trim()).Where(t => t.Length > 0);

    /// <summary>A form of the page sent without anything in it; null when it has none, or takes it.</summary>
    private static async Task<IHtmlDocument?> MistakenAsync(PageReader reader, IHtmlDocument page)
    {
        if (page.Forms.Where(f => f.Method == "post" && f.Closest("aside") is null).ToArray() is not [var form])
            return null;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden")
            .Select(i => KeyValuePair.Create(i.Name!, i.Value)).Append(KeyValuePair.Create("act", "review"));
        using var answer = await reader.Client.PostAsync(
            form.GetAttribute("action"), new FormUrlEncodedContent(fields));
        return answer.StatusCode == HttpStatusCode.UnprocessableEntity ? await PageReader.ReadAsync(answer) : null;
    }

    private static async Task<List<string>> WalkAsync(PageReader reader, IEnumerable<string> start)
    {
        var (waiting, seen) = (new Queue<string>(start), new List<string>());
        var kinds = new Dictionary<string, int>();
        while (waiting.TryDequeue(out var path))
        {
            var kind = Varying().Replace(path.Split('?')[0], "/*");
            if (seen.Contains(path) || (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > OfEachKind) continue;
            using var answer = await reader.Client.GetAsync($"/en/{path}");
            if (answer.StatusCode != HttpStatusCode.OK
                || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            seen.Add(path);
            using var page = await PageReader.ReadAsync(answer);
            foreach (var link in page.QuerySelectorAll("a[href^='/en/']"))
                waiting.Enqueue(link.GetAttribute("href")![4..].Split('#')[0]);
        }
        return seen.FindAll(p => !p.EndsWith("/html", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    /// <summary>Two words in small letters side by side: a sentence, and no name and no code.</summary>
    [GeneratedRegex(@"\b\p{Ll}{2,} \p{Ll}{2,}|^\p{Lu}\p{Ll}+ \p{Ll}{2,}|: \p{Ll}{3,}")]
    private static partial Regex Prose();

    [GeneratedRegex(@"[^\s][:;?!»](\s|$)|«\S")]
    private static partial Regex Cramped();

    [GeneratedRegex(@"«\s[^»]*\s»")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"/[^/]*\d[^/]*|/judge_[^/]*|/[^/]*-[a-z-]*election[^/]*|/[a-z-]+\.(en|fr)\.md")]
    private static partial Regex Varying();
}
