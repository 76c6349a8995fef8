using System.Text.Json.Nodes;
using static Procedures.Commands.Terminal;

namespace Procedures.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Our_own_definitions_pass_the_strict_check()
    {
        var status = await _terminal.RunAsync("check", _terminal.JudgeElection,
            Path.Combine(_terminal.Workflows, "assembly-ballot.json"),
            "--strict", "--definitions", _terminal.Workflows);
        Assert.True(status == 0, _terminal.Output);
        Assert.StartsWith("2 definitions, 0 errors, ", _terminal.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_finding_says_file_place_activity_and_sentence()
    {
        _terminal.WriteSequence("a.json", Activity("Elsa.WriteLin", "w1"),
            Activity("Elsa.Delay", "d1", ("timeSpan", "Literal", "soon")));
        Assert.Equal(1, await _terminal.RunAsync("check", "a.json"));
        Assert.Contains(_terminal.Lines, l =>
            l.StartsWith("error a.json:$.root.activities[0].type (w1): ", StringComparison.Ordinal));
        Assert.Contains(_terminal.Lines, l =>
            l.StartsWith("warning a.json:$.root.activities[1] (d1): ", StringComparison.Ordinal));
        Assert.Matches("^1 definition, 2 errors, [0-9]+ warnings$", _terminal.Lines[^1]);
    }

    [Fact]
    public async Task French_is_spoken_on_request()
    {
        _terminal.WriteSequence("a.json", Activity("Elsa.WriteLin", "w1"));
        await _terminal.RunAsync("check", "a.json", "--language", "fr");
        Assert.Contains(_terminal.Lines, l =>
            l.StartsWith("erreur a.json:$.root.activities[0].type (w1) : ", StringComparison.Ordinal));
        Assert.Contains("1 définition, 1 erreur, ", _terminal.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_read_json()
    {
        _terminal.WriteSequence("a.json", Activity("Elsa.WriteLin", "w1"));
        Assert.Equal(1, await _terminal.RunAsync("check", "a.json", "--format", "json"));
        var json = JsonNode.Parse(_terminal.Output)!;
        Assert.Equal(1, json["errors"]!.GetValue<int>());
        var first = json["findings"]![0]!;
        Assert.Equal(("a.json", "Error", "w1"),
            ((string)first["file"]!, (string)first["severity"]!, (string)first["activity"]!));
        Assert.NotEqual((string)first["english"]!, (string)first["french"]!);
    }

    [Fact]
    public async Task A_child_that_is_nowhere_is_an_error_once_a_folder_is_named()
    {
        _terminal.WriteSequence("a.json",
            Activity("Elsa.ExecuteWorkflow", "c1", ("workflowDefinitionId", "Literal", "elsewhere")));
        Assert.Equal(0, await _terminal.RunAsync("check", "a.json"));
        Assert.Equal(1, await _terminal.RunAsync("check", "a.json", "--definitions", "."));
        Assert.Contains("elsewhere, which does not exist", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_worse_than_one_that_is_wrong()
    {
        _terminal.Write("odd.json", "{");
        Assert.Equal(1, await _terminal.RunAsync("check", "odd.json"));
        Assert.Equal(2, await _terminal.RunAsync("check", "odd.json", "gone.json"));
        Assert.Contains("gone.json does not exist.", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_refused()
    {
        _terminal.WriteSequence("a.json", Say("x"));
        Assert.Equal(2, await _terminal.RunAsync("check", "a.json", "--definitions", "nowhere"));
        Assert.Contains("There is no folder nowhere.", _terminal.Error, StringComparison.Ordinal);
    }
}
