namespace Procedures.Commands;

public sealed class LettersCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("letters-check-").FullName;

    public void Dispose()
    {
        _terminal.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_broken_template_is_named_with_line_and_column_and_sound_ones_are_counted()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "task.en.md"), "Subject: a\n\n{{#if step}}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "task.fr.md"), "Subject: a\n\n{{step}}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "tusk.en.md"), "Subject: a\n\nx\n");

        Assert.Equal(1, await _terminal.RunAsync("letters", "check", "--folder", _folder));

        Assert.Contains($"{Path.Combine(_folder, "task.en.md")}:3:1: ", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("tusk.en.md:1:1: No letter is called like this file.", _terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("task.fr.md", _terminal.Output, StringComparison.Ordinal);
        Assert.EndsWith("3 templates, 2 broken", _terminal.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_templates_is_not_sound()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "README.md"), "Nothing yet.");
        Assert.Equal(2, await _terminal.RunAsync("letters", "check", "--folder", _folder));
        Assert.Contains("holds no template", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_sound_templates_is_fine_and_another_word_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "task.fr.md"), "Subject: a\n\n{{step}}\n");
        Assert.Equal(0, await _terminal.RunAsync("letters", "check", "--folder", _folder, "--language", "fr"));
        Assert.Contains("0 fautif(s)", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(2, await _terminal.RunAsync("letters", "send"));
    }
}
