using Procedures.Execution;

namespace Procedures.Letters;

/// <summary>What is said about a template that cannot be used, and what a text cannot do to a letter.</summary>
public sealed class LetterTemplateMistakesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("templates").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Subject: a\n\n{{#if step}}\nx\n", 3, 1)]
    [InlineData("Subject: a\n\nx\n  {{/if}}\n", 4, 3)]
    [InlineData("Subject: a\n\n{{#if step}}{{#each outcomes}}{{/if}}{{/each}}\n", 3, 31)]
    [InlineData("Subject: {{stpe}}\n\nx\n", 1, 10)]
    [InlineData("Subject: a\n\nx {{step\n", 3, 3)]
    [InlineData("Subject: a\n\nx step}}\n", 3, 7)]
    [InlineData("Subject: a\n\n{{}}\n", 3, 1)]
    [InlineData("Subject: a\n\n{{else}}\n", 3, 1)]
    [InlineData("Subject: a\n\n{{> other}}\n", 3, 1)]
    [InlineData("Subject: a\n\n{{#with step}}{{/with}}\n", 3, 1)]
    [InlineData("Subject: a\n\n{{plural days \"day\"}}\n", 3, 1)]
    [InlineData("Subject: a\n\n{{this}}\n", 3, 1)]
    [InlineData("Objet : a\n\nx\n", 1, 1)]
    [InlineData("Subject:\n\nx\n", 1, 1)]
    [InlineData("Subject: a\nx\n", 2, 1)]
    [InlineData("Subject: a", 2, 1)]
    [InlineData("", 1, 1)]
    public void A_mistake_is_reported_with_its_file_line_and_column(string template, int line, int column)
    {
        var mistake = Assert.Throws<LetterTemplateException>(() => Load("task.fr.md", template));

        Assert.Equal(("task.fr.md", line, column), (mistake.File, mistake.Line, mistake.Column));
        Assert.NotEqual("", mistake.Problem.French);
    }

    [Fact]
    public void A_file_that_belongs_to_no_letter_is_reported() =>
        Assert.Equal("remider.en.md", Assert.Throws<LetterTemplateException>(
            () => Load("remider.en.md", "Subject: a\n\nx\n")).File);

    [Fact]
    public void A_file_in_another_encoding_is_reported()
    {
        File.WriteAllBytes(Path.Combine(_folder, "task.fr.md"), [.. "Subject: "u8, 0xE9, .. "\n\nx\n"u8]);

        Assert.Equal("task.fr.md", Assert.Throws<LetterTemplateException>(() => LetterTemplates.Load(_folder)).File);
    }

    [Fact]
    public void An_edited_template_replaces_the_one_inside_the_program_and_no_other()
    {
        var templates = Load("task.en.md", "\uFEFFSubject: Mine: {{step}}\r\n\r\n{{! a remark }}Do **{{step}}**.\r\n");
        var fields = LetterFields.Empty.With("step", "a_b_c **d**").With("procedure", "P");

        var mine = templates.Render(LetterKind.Task, Language.English, fields);

        Assert.Equal(("Mine: a_b_c **d**", "Do a_b_c **d**.\n"), (mine.Subject, mine.Text));
        Assert.Contains("<p>Do <strong>a_b_c **d**</strong>.</p>", mine.Html, StringComparison.Ordinal);
        Assert.StartsWith("[P] Due today", templates.Render(LetterKind.DueToday, Language.English, fields).Subject,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_means_the_templates_inside_the_program() =>
        Assert.Equal("[P] Procédure reprise", LetterTemplates.Load(Path.Combine(_folder, "none"))
            .Render(LetterKind.Resumed, Language.French, LetterFields.Empty.With("procedure", "P")).Subject);

    [Fact]
    public void A_text_cannot_become_a_header_a_link_or_HTML()
    {
        var templates = LetterTemplates.BuiltIn();
        var hostile = LetterFields.Empty.With("procedure", "P\r\nBcc: x@y.example")
            .With("step", "[click](https://evil.example) <script>alert(1)</script> {{link}}\n\n# Head\n\n- item");

        var letter = templates.Render(LetterKind.Task, Language.English, hostile);

        Assert.DoesNotContain('\n', letter.Subject);
        Assert.DoesNotContain("<a ", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", letter.Html, StringComparison.Ordinal);
        Assert.Contains("{{link}}", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_of_an_institutions_letter_is_Markdown_without_HTML_pictures_or_script_links()
    {
        var letter = LetterTemplates.BuiltIn().Render(LetterKind.Letter, Language.English, LetterFields.Empty
            .With("subject", "S").WithBody("""
                *Please* see [the call](https://a.example), [x](javascript:alert(1)), <javascript:alert(2)>,
                ![p](https://spy.example/p.png) <b onclick="x">b</b>
                """));

        Assert.Contains("<em>Please</em>", letter.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://a.example\"", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b ", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_templates_do_not_know_and_a_link_that_is_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LetterFields.Empty.With("stpe", "x"));
        Assert.Throws<ArgumentException>(() => LetterFields.Empty.WithLink(new Uri("javascript:alert(1)")));
    }

    private LetterTemplates Load(string name, string template)
    {
        File.WriteAllText(Path.Combine(_folder, name), template);
        return LetterTemplates.Load(_folder);
    }
}
