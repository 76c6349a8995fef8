namespace Procedures.Commands;

public sealed class TraceCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    private string Rules => Path.Combine(_terminal.Workflows, "rules", "assembly-elections-2023-01.json");

    [Fact]
    public async Task Every_paragraph_has_an_activity_or_a_reason_and_the_page_says_so()
    {
        var status = await _terminal.RunAsync("trace", Rules, "--definitions", _terminal.Workflows);
        Assert.True(status == 0, _terminal.Error);
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Procedures.sln"))) root = root.Parent!;
        var page = Path.Combine(root.FullName, "docs", "traceability.md");
        Assert.Equal(await File.ReadAllTextAsync(page), _terminal.Output);
    }

    [Fact]
    public async Task A_paragraph_without_activity_and_reason_is_told()
    {
        _terminal.Write("rules.json", """
            {"id": "x", "title": "X", "sections": [{"numeral": "xx", "title": "Nothing"}],
             "paragraphs": [{"id": "xx.1", "about": "Nobody does this."}]}
            """);
        Assert.Equal(1, await _terminal.RunAsync("trace", "rules.json", "--definitions", _terminal.Workflows));
        Assert.Contains("xx.1 (Nobody does this.) has no activity and no reason.", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_scenarios_is_named()
    {
        _terminal.Write("definitions/odd.json", "{}");
        Assert.Equal(2, await _terminal.RunAsync("trace", Rules, "--definitions", "definitions"));
        Assert.Contains($"There is no folder {Path.Combine("definitions", "scenarios")}.", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_rule_set_is_named()
    {
        _terminal.Write("rules.json", "[]");
        Assert.Equal(2, await _terminal.RunAsync("trace", "rules.json", "--definitions", _terminal.Workflows));
        Assert.Contains("rules.json is not a rule set", _terminal.Error, StringComparison.Ordinal);
    }
}
