namespace Procedures.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private const string Simple = """
        {"id": "ONE", "definition": "assembly-ballot",
         "inputs": {"Post": "X", "Candidates": ["Ada A", "Bob B"], "PartSession": "part(2019,3)", "BallotDay": "2019-06-26"},
         "events": [{"date": "2019-06-26", "step": "P7.07", "votes": {"Ada A": 3, "Bob B": 2}}],
         "expected": {"elected": "Ada A"}}
        """;
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    public static TheoryData<string> Files => ["ballots.json", "judges.json", "secretaries-general.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_past_election_that_is_written_down_comes_out_as_it_did(string file)
    {
        var status = await _terminal.RunAsync("replay", Path.Combine(_terminal.Workflows, "scenarios", file));
        Assert.True(status == 0, _terminal.Output + _terminal.Error);
        Assert.All(_terminal.Lines[..^1], l => Assert.StartsWith("PASS ", l, StringComparison.Ordinal));
        Assert.Equal($"{_terminal.Lines.Length - 1} passed, 0 failed", _terminal.Lines[^1]);
    }

    [Fact]
    public async Task The_example_of_the_page_about_scenarios_works_as_it_stands()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "scenarios.md"))) folder = folder.Parent!;
        var page = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "docs", "scenarios.md"));
        var example = page.Split("```json")[1].Split("```")[0];
        _terminal.Write("scenarios/example.json", example);
        File.Copy(Path.Combine(_terminal.Workflows, "assembly-ballot.json"), _terminal.PathOf("assembly-ballot.json"));
        Assert.Equal(0, await _terminal.RunAsync("replay", "scenarios/example.json"));
        Assert.Equal("PASS CHR-2012", _terminal.Lines[0]);
    }

    [Fact]
    public async Task A_difference_fails_and_is_told()
    {
        _terminal.Write("good.json", Simple);
        _terminal.Write("bad.json", Simple.Replace("\"elected\": \"Ada A\"", "\"elected\": \"Bob B\", \"status\": \"Finished\"", StringComparison.Ordinal));
        Assert.Equal(1, await _terminal.RunAsync("replay", "good.json", "bad.json", "--definitions", _terminal.Workflows));
        Assert.Equal(["PASS ONE", "FAIL ONE: elected: expected Bob B, got Ada A", "1 passed, 1 failed"], _terminal.Lines);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_does_not_hide_the_others()
    {
        _terminal.Write("good.json", Simple);
        _terminal.Write("odd.json", "{");
        Assert.Equal(2, await _terminal.RunAsync("replay", "odd.json", "gone.json", "good.json", "--definitions", _terminal.Workflows));
        Assert.Equal(["PASS ONE", "1 passed, 0 failed"], _terminal.Lines);
        Assert.Contains("odd.json: The file is not JSON", _terminal.Error, StringComparison.Ordinal);
        Assert.Contains("gone.json: the file does not exist.", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "No scenario has the id ONES. Did you mean ONE? There are: ONE.")]
    [InlineData(Language.French, "Aucun scénario ne porte l'id ONES.")]
    public async Task A_scenario_that_is_asked_for_and_does_not_exist_is_no_success(Language language, string complaint)
    {
        using var terminal = new Terminal(language);
        terminal.Write("good.json", Simple);
        string[] replay = ["replay", "good.json", "--definitions", terminal.Workflows];
        Assert.Equal(2, await terminal.RunAsync([.. replay, "--only", "ONE", "--only", "ONES"]));
        Assert.StartsWith(complaint, terminal.Error, StringComparison.Ordinal);
        Assert.Empty(terminal.Output);
        Assert.Equal(0, await terminal.RunAsync([.. replay, "--only", "ONE"]));
    }

    [Fact]
    public async Task A_file_without_scenarios_and_wording_for_no_letters_are_refused()
    {
        _terminal.Write("empty.json", "[]");
        _terminal.Write("good.json", Simple);
        Assert.Equal(2, await _terminal.RunAsync("replay", "empty.json"));
        Assert.Contains("empty.json: the file holds no scenario.", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(2, await _terminal.RunAsync("replay", "good.json", "--wording", "gone"));
        Assert.Contains("--letters FOLDER", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(2, await _terminal.RunAsync("replay", "good.json", "--letters", "out", "--wording", "gone"));
        Assert.Contains("There is no folder gone.", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"definition\": \"assembly-ballto\"", "there is no definition assembly-ballto")]
    [InlineData("\"definition\": \"gone.json\"", "there is no definition gone.json")]
    public async Task A_definition_that_is_nowhere_is_named(string member, string complaint)
    {
        _terminal.Write("s.json", Simple.Replace("\"definition\": \"assembly-ballot\"", member, StringComparison.Ordinal));
        Assert.Equal(2, await _terminal.RunAsync("replay", "s.json", "--definitions", _terminal.Workflows));
        Assert.Contains(complaint, _terminal.Error, StringComparison.Ordinal);
    }
}
