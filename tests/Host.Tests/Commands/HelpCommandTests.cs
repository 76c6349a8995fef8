namespace Procedures.Commands;

public sealed class HelpCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Every_command_is_listed_with_an_example(string word)
    {
        Assert.Equal(0, await _terminal.RunAsync(word));
        string[] commands = ["run", "check", "rehearse", "replay", "verify", "mandates", "arrange", "help"];
        foreach (var command in commands)
            Assert.Contains($"procedures {command} ", _terminal.Output + " ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_command_is_explained_with_its_options()
    {
        Assert.Equal(0, await _terminal.RunAsync("help", "check"));
        Assert.Equal("""
            procedures check FILE… [--definitions FOLDER] [--strict] [--language en|fr] [--format table|json]

            Says what is wrong or doubtful in definitions: how they are written and whether they are sound.

            A line says error or warning, the file and the place in it, the activity, and a sentence. Exit status 1 when there are errors, 2 when a file cannot be opened.

              --definitions FOLDER  Where the definitions of child procedures are found; they must exist then.
              --strict              What we ask of our own definitions counts as an error: sources, layout, deadlines.
              --language en|fr      The language of the sentences; the terminal's when not given.
              --format table|json   One line for each finding, or JSON.

            Examples
              procedures check workflows/judge-election.json --strict --definitions workflows

            """.ReplaceLineEndings("\n"), _terminal.Output);
    }

    [Fact]
    public async Task An_unknown_command_is_refused()
    {
        Assert.Equal(2, await _terminal.RunAsync("help", "reply"));
        Assert.StartsWith("There is no command reply. Did you mean replay?", _terminal.Error, StringComparison.Ordinal);
    }
}
