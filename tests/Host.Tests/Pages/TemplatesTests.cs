using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Letters;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>A process owner edits the words of letters; a mistake is named by line and column and stops no letter.</summary>
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
        using var saved = await reader.SendAsync(page, "save", ("f.text", "Subject: Onward, {{procedure}}\r\n\r\nIt goes on.\r\n"));
        Assert.Equal("/en/templates/resumed.en.md?saved=1", saved.Headers.Location!.OriginalString);
        Assert.Equal("Onward, P", Rendered("resumed.en.md").Subject);
        var edited = await reader.PageAsync("/en/templates/resumed.en.md?saved=1");
        using var restored = await reader.SendAsync(edited, "restore");
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
            using var answer = await reader.SendAsync(page, act, ("f.text", Broken));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var shown = await PageReader.ReadAsync(answer);
            Assert.Contains("Ligne 4, colonne 1", shown.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Broken, shown.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n"));
        }
        Assert.False(Texts.IsOwn("result.fr.md"));
    }

    [Fact]
    public async Task A_file_that_breaks_on_the_disk_stops_no_letter_and_is_shown_as_an_incident_until_it_is_mended()
    {
        Directory.CreateDirectory(Texts.Own);
        await File.WriteAllTextAsync(Path.Combine(Texts.Own, "task.en.md"), "Subject: x\n\n{{nobody}}\n");
        try
        {
            var id = await host.OpenElectionAsync("IS");
            var letters = await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, PageRequest.First);
            Assert.Contains("Action required", Assert.Single(letters.Items, l => l.Address.Length > 0).Subject, StringComparison.Ordinal);
            var incident = Assert.Single(await Incidents.AllAsync());
            Assert.Equal(("task.en.md", 3, 1), (incident.File, incident.Line, incident.Column));
            using var reader = host.Reader();
            foreach (var path in (string[])["procedures", "letters", "templates", "templates/task.en.md"])
                Assert.Contains("task.en.md", (await reader.PageAsync($"/en/{path}")).Body!.TextContent, StringComparison.Ordinal);
            var page = await reader.PageAsync("/en/templates/task.en.md");
            using var mended = await reader.SendAsync(page, "restore");
            Assert.Empty(await Incidents.AllAsync());
        }
        finally
        {
            Texts.Restore("task.en.md");
        }
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

    private RenderedLetter Rendered(string file) => host.Parts.GetRequiredService<LetterTemplates>()
        .Render(file, LetterFields.Empty.With(LetterField.Procedure, "P"));
}
