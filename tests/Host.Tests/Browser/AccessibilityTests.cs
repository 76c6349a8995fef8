using Microsoft.Playwright;

namespace Procedures.Host.Tests;

/// <summary>Every kind of page, in both languages, is free of what axe-core calls a violation.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserSetting setting)
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("procedures", "procedures"), ("choose", "procedures/new"), ("open", "procedures/new/judge-election"),
        ("open-ballot", "procedures/new/assembly-ballot"), ("open-cpt", "procedures/new/cpt-member-election"),
        ("open-secretary-general", "procedures/new/secretary-general-election"),
        ("open-deputy", "procedures/new/deputy-secretary-general"),
        ("open-assembly", "procedures/new/assembly-secretary-general"),
        ("open-commissioner", "procedures/new/commissioner-election"), ("part-sessions", "part-sessions"),
        ("tasks", "tasks"), ("letters", "letters"), ("not-found", "nowhere"),
        ("contacts", "contacts"), ("contact", "contacts/contact"), ("templates", "templates"),
        ("template", "templates/task.fr.md"), ("reply-refused", "reply/a.b"),
        ("mandates", "mandates"), ("mandate", "mandates/judge_LV_2018-11-01"), ("offices", "mandates/offices"),
        ("mandates-import", "mandates/import"), ("mandate-new", "mandates/new?office=judge"),
        ("mandate-office", "mandates/new"), ("mandate-corrected", "mandates/judge_LV_2018-11-01/corrected"),
        ("mandate-ended", "mandates/judge_LV_2018-11-01/ended"), ("mandates-year", "mandates?year=2029"),
        ("open-mandate", "procedures/new/judge-election?mandate=judge_LV_2018-11-01"),
        ("definitions", "definitions"), ("texts", "definitions/judge-election/texts"),
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Lists_and_forms_can_be_used_by_everybody(string language)
    {
        var page = await setting.WindowAsync();
        foreach (var (name, path) in Pages)
        {
            await page.GotoAsync($"/{language}/{path}");
            await CheckAsync(page, $"{name}.{language}");
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_file_with_its_tasks_and_letters_can_be_used_by_everybody(string language)
    {
        var page = await setting.WindowAsync();
        foreach (var state in (string[])["SI", "NO", "PT"])
        {
            await page.GotoAsync($"/{language}/procedures?state={state}");
            await page.Locator("tbody th a").First.ClickAsync();
            await CheckAsync(page, $"file-{state}.{language}");
            if (await page.Locator("section.card h3 a").CountAsync() == 0) continue;
            await page.Locator("section.card h3 a").First.ClickAsync();
            await CheckAsync(page, $"task-{state}.{language}");
        }
        await page.GotoAsync($"/{language}/letters");
        await page.Locator("tbody th a").First.ClickAsync();
        await CheckAsync(page, $"letter.{language}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_file_of_every_kind_of_election_can_be_used_by_everybody(string language)
    {
        var page = await setting.WindowAsync();
        foreach (var kind in (string[])["secretary-general-election", "deputy-secretary-general",
            "assembly-secretary-general", "commissioner-election", "cpt-member-election"])
        {
            await page.GotoAsync($"/{language}/procedures?definition={kind}");
            await page.Locator("tbody th a").First.ClickAsync();
            var file = page.Url;
            await CheckAsync(page, $"file-{kind}.{language}");
            await page.GotoAsync($"{file}/year");
            await CheckAsync(page, $"year-{kind}.{language}");
            await page.GotoAsync($"{file}/happened");
            await CheckAsync(page, $"happened-{kind}.{language}");
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_kept_text_of_a_definition_can_be_used_by_everybody(string language)
    {
        var page = await setting.WindowAsync();
        await page.GotoAsync($"/{language}/definitions/judge-election/texts");
        await page.Locator("tbody th a").First.ClickAsync();
        await CheckAsync(page, $"text.{language}");
    }

    [Fact]
    public async Task The_year_and_what_may_be_reported_can_be_used_by_everybody()
    {
        var page = await setting.WindowAsync();
        await page.GotoAsync("/fr/procedures?state=EE");
        await page.Locator("tbody th a").First.ClickAsync();
        var file = page.Url;
        await page.GotoAsync($"{file}/year");
        await CheckAsync(page, "year.fr");
        await page.GotoAsync($"{file}/discontinue");
        await CheckAsync(page, "discontinue.fr");
        await page.GotoAsync($"{file}/happened");
        await CheckAsync(page, "happened.fr");
        foreach (var act in (string[])["postponed", "reassigned", "document-corrected", "restarted"])
        {
            await page.GotoAsync($"{file}/happened/{act}");
            await CheckAsync(page, $"{act}.fr");
        }
        await page.GotoAsync($"{file}/happened/interrupted");
        await page.Locator("#f-reason").FillAsync("Une pause");
        await page.Locator("#f-recorded-by").FillAsync("Clara Cedar");
        await page.Locator("button[value=review]").ClickAsync();
        await CheckAsync(page, "act-review.fr");
        await page.GotoAsync("/fr/part-sessions");
        await CheckAsync(page, "part-sessions.fr");
        await page.Locator("tbody th a").First.ClickAsync();
        await CheckAsync(page, "part-session.fr");
        await page.GotoAsync(file);
        await page.GetByRole(AriaRole.Link, new() { Name = "Une date de référence est déplacée" }).ClickAsync();
        await CheckAsync(page, "date-moved.fr");
    }

    [Fact]
    public async Task The_check_itself_finds_what_is_wrong()
    {
        var page = await setting.WindowAsync();
        await page.GotoAsync("/en/procedures");
        await page.EvaluateAsync("document.querySelector('label[for=q]').remove()");
        Assert.NotEmpty(await Accessibility.ViolationsAsync(page));
    }

    [Fact]
    public async Task A_narrow_window_needs_no_sideways_scrolling()
    {
        var page = await setting.WindowAsync(width: 360, height: 740);
        foreach (var path in (string[])["procedures", "tasks", "letters", "mandates", "procedures/new/judge-election",
            "procedures/new/cpt-member-election", "part-sessions", "contacts", "templates", "definitions",
            "definitions/judge-election/texts"])
        {
            await page.GotoAsync($"/fr/{path}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
                path);
            await BrowserSetting.PictureAsync(page, $"narrow-{path.Replace('/', '-')}");
        }
        await page.GotoAsync("/fr/procedures?state=NO");
        await page.Locator("tbody th a").First.ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            "file");
        await BrowserSetting.PictureAsync(page, "narrow-file");
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await BrowserSetting.PictureAsync(page, name);
        var violations = await Accessibility.ViolationsAsync(page);
        Assert.True(violations.Length == 0, $"{name}: {string.Join('\n', violations)}");
    }
}
