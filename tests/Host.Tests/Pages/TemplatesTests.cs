using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Letters;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>
/// A process owner edits the words of letters; a mistake is named by line and column and stops no letter.
/// </summary>
[Collection(PageCollection.Name)]
public sealed class TemplatesTests(PageHost host)
{
    private LetterTexts Texts => host.Parts.GetRequiredService<LetterTexts>();
    private LetterIncidents Incidents => host.Parts.GetRequiredService<LetterIncidents>();

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_template_is_shown_with_a_preview_in_its_own_language(string language)
    {
        using var reader = host.Reader();
        var list = await reader.PageAsync($"/{language}/templates");
        Assert.Equal(LetterTemplates.Files.Length, list.QuerySelectorAll("tbody tr").Length);
        foreach (var file in LetterTemplates.Files)
        {
            var page = await reader.PageAsync($"/{language}/templates/{file}");
            var preview = page.QuerySelector(".letter")!;
            Assert.Equal(file.EndsWith(".fr.md", StringComparison.Ordinal) ? "fr" : "en", preview.GetAttribute("lang"));
            Assert.DoesNotContain("{{", preview.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_saved_text_counts_for_the_next_letter_until_the_delivered_one_is_wanted_back()
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync("/en/templates/resumed.en.md");
        using var saved = await reader.SendAsync(page, "save", Clerk,
            ("f.text", "Subject: Onward, {{procedure}}\r\n\r\nIt goes on.\r\n"));
        Assert.Equal("/en/templates/resumed.en.md?saved=1", saved.Headers.Location!.OriginalString);
        Assert.Equal("Onward, P", Rendered("resumed.en.md").Subject);
        var edited = await reader.PageAsync("/en/templates/resumed.en.md?saved=1");
        using var restored = await reader.SendAsync(edited, "restore", Clerk);
        Assert.Equal("[P] Procedure resumed", Rendered("resumed.en.md").Subject);
    }

    [Fact]
    public async Task A_broken_text_is_refused_with_line_and_column_and_stands_there_as_it_was_typed()
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync("/fr/templates/result.fr.md");
        const string Broken = "Subject: R\n\nligne\n{{#if step}}";
        foreach (var act in (string[])["save", "preview"])
        {
            using var answer = await reader.SendAsync(page, act, Clerk, ("f.text", Broken));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var shown = await PageReader.ReadAsync(answer);
            Assert.Contains("Ligne 4, colonne 1", shown.QuerySelector(".errors")!.TextContent,
                StringComparison.Ordinal);
            Assert.Equal(Broken, shown.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n"));
        }
        Assert.False(Texts.IsOwn("result.fr.md"));
    }

    [Fact]
    public async Task A_text_that_this_program_cannot_use_stops_no_letter_and_is_an_incident_until_it_is_mended()
    {
        // As another version of the program may have saved it: the page itself refuses such a text.
        await SaveAsync("task.en.md", "Subject: x\n\n{{nobody}}\n");
        await Texts.LoadAsync();
        try
        {
            var id = await host.OpenElectionAsync("IS");
            var letters = await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, PageRequest.First);
            Assert.Contains("Action required", Assert.Single(letters.Items, l => l.Address.Length > 0).Subject,
                StringComparison.Ordinal);
            var incident = Assert.Single(await Incidents.AllAsync());
            Assert.Equal(("task.en.md", 3, 1), (incident.File, incident.Line, incident.Column));
            using var reader = host.Reader();
            foreach (var path in (string[])["procedures", "letters", "templates", "templates/task.en.md"])
                Assert.Contains("task.en.md", (await reader.PageAsync($"/en/{path}")).Body!.TextContent,
                    StringComparison.Ordinal);
            var page = await reader.PageAsync("/en/templates/task.en.md");
            using var mended = await reader.SendAsync(page, "restore", Clerk);
            Assert.Empty(await Incidents.AllAsync());
        }
        finally
        {
            await SaveAsync("task.en.md", null);
            await Texts.LoadAsync();
        }
    }

    [Fact]
    public async Task What_another_host_saves_counts_here_and_the_history_tells_who_and_brings_a_text_back()
    {
        const string First = "Subject: First\n\nOne.\n";
        await SaveAsync("interrupted.en.md", First, "Anna");
        await SaveAsync("interrupted.en.md", "Subject: Second\n\nTwo.\n", "Boris");
        await Texts.LoadAsync();
        Assert.Equal("Second", Rendered("interrupted.en.md").Subject);
        using var reader = host.Reader();
        var page = await reader.PageAsync("/en/templates/interrupted.en.md");
        var rows = page.QuerySelectorAll("table tbody tr").Select(r => r.TextContent).ToArray();
        Assert.Equal(2, rows.Length);
        Assert.Contains("Boris", rows[0], StringComparison.Ordinal);
        Assert.Contains("Anna", rows[1], StringComparison.Ordinal);
        var earlier = await reader.PageAsync("/en/templates/interrupted.en.md?number=1");
        Assert.Equal(First, earlier.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n"));
        using var back = await reader.SendAsync(earlier, "save", Clerk);
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        Assert.Equal("First", Rendered("interrupted.en.md").Subject);
        await SaveAsync("interrupted.en.md", null);
        await Texts.LoadAsync();
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_nothing_is_lost()
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync("/fr/templates/meeting.fr.md");
        await SaveAsync("meeting.fr.md", "Subject: Autre\n\nAutre.\n", "Boris");
        using var late = await reader.SendAsync(page, "save", Clerk, ("f.text", "Subject: Mien\n\nMien.\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var shown = await PageReader.ReadAsync(late);
        Assert.Contains("Un autre texte a été enregistré", shown.QuerySelector(".errors")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Mien.", shown.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Autre", Rendered("meeting.fr.md").Subject);
        await SaveAsync("meeting.fr.md", null);
        await Texts.LoadAsync();
    }

    [Fact]
    public async Task A_text_is_saved_under_a_name()
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync("/en/templates/result.en.md");
        using var answer = await reader.SendAsync(page, "save", ("recorded-by", ""), ("f.text", "Subject: R\n\nR.\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(Texts.IsOwn("result.en.md"));
    }

    [Fact]
    public async Task Files_of_one_host_are_taken_in_once_and_broken_ones_are_named()
    {
        var folder = Directory.CreateTempSubdirectory("letter-templates-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "overdue.fr.md"), "Subject: Vieux\n\nVieux.\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "overdue.en.md"), "Subject: x\n\n{{nobody}}\n");
        var (taken, refused) = await Texts.ImportAsync(folder);
        Assert.Equal("overdue.fr.md", Assert.Single(taken));
        Assert.Equal(("overdue.en.md", 3), (Assert.Single(refused).File, refused[0].Line));
        Assert.Equal("Vieux", Rendered("overdue.fr.md").Subject);
        await SaveAsync("overdue.fr.md", null);
        Assert.Empty((await Texts.ImportAsync(folder)).Taken);
        Assert.False(Texts.IsOwn("overdue.fr.md"));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("../../appsettings.json")]
    [InlineData("..%2f..%2fprocedures.db")]
    [InlineData("README.md")]
    public async Task Only_templates_can_be_read_and_written(string file)
    {
        using var reader = host.Reader();
        using var answer = await reader.Client.GetAsync($"/en/templates/{file}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static readonly (string, string) Clerk = ("recorded-by", "Clara Clerk");

    private async Task SaveAsync(string file, string? content, string person = "")
    {
        var number = (await host.Store.LetterTextHistoryAsync(file)).FirstOrDefault()?.Number ?? 0;
        Assert.True(await host.Store.SaveLetterTextAsync(
            new(file, number + 1, content, person, DateTimeOffset.UnixEpoch)));
    }

    private RenderedLetter Rendered(string file) => host.Parts.GetRequiredService<LetterTemplates>()
        .Render(file, LetterFields.Empty.With(LetterField.Procedure, "P"));
}
