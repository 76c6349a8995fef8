using static Procedures.Commands.Terminal;

namespace Procedures.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task What_is_written_comes_first_and_the_status_last()
    {
        _terminal.WriteSequence("hello.json", Say("Hello"), Say("'It is ' + getInput('Name')", "JavaScript"));
        Assert.Equal(0, await _terminal.RunAsync("run", "hello.json", "--input", "Name=Ada"));
        Assert.Equal("Hello\nIt is Ada\nstatus: Finished\n", _terminal.Output);
        Assert.Equal("", _terminal.Error.Replace("hello.json", "", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public async Task Time_jumps_over_a_delay_of_months()
    {
        _terminal.WriteSequence("later.json", Activity("Elsa.Delay", "delay1", ("timeSpan", "Literal", "90.00:00:00")),
            Say("later"));
        Assert.Equal(0, await _terminal.RunAsync("run", "later.json"));
        Assert.Equal(["later", "status: Finished"], _terminal.Lines);
    }

    [Fact]
    public async Task The_run_ends_on_the_day_that_is_given()
    {
        _terminal.WriteSequence("later.json", Activity("Elsa.Delay", "delay1", ("timeSpan", "Literal", "90.00:00:00")),
            Say("later"));
        Assert.Equal(0,
            await _terminal.RunAsync("run", "later.json", "--start", "2026-01-01", "--until", "2026-03-31"));
        Assert.Equal(["status: Suspended", "wait: delay1 (Elsa.Delay) Timer, until 2026-04-01T01:00:00+02:00"],
            _terminal.Lines);
    }

    [Fact]
    public async Task What_waits_for_an_event_stays_suspended()
    {
        _terminal.WriteSequence("wait.json", Activity("Elsa.Event", "event1", ("eventName", "Literal", "Post")));
        Assert.Equal(0, await _terminal.RunAsync("run", "wait.json"));
        Assert.Equal(["status: Suspended", "wait: event1 (Elsa.Event) Event Post"], _terminal.Lines);
    }

    [Fact]
    public async Task A_fault_says_where_and_why_and_fails()
    {
        _terminal.WriteSequence("bad.json", Activity("Elsa.Fault", "fault1", ("message", "Literal", "No quorum")));
        Assert.Equal(1, await _terminal.RunAsync("run", "bad.json"));
        Assert.Equal(["status: Faulted", "incident: fault1 (Elsa.Fault): No quorum"], _terminal.Lines);
    }

    [Fact]
    public async Task A_procedure_that_is_woken_for_ever_is_cut_off()
    {
        _terminal.WriteSequence("ever.json",
            Terminal.Activity("Elsa.While", "while1", ("condition", "Literal", "true")));
        var json = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(_terminal.PathOf("ever.json")))!;
        json["root"]!["activities"]![0]!["body"] =
            Activity("Elsa.Delay", "delay1", ("timeSpan", "Literal", "00:00:01"));
        _terminal.Write("ever.json", json.ToJsonString());
        Assert.Equal(0, await _terminal.RunAsync("run", "ever.json"));
        Assert.Contains("cut off after 10000 wake-ups", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal("status: Suspended", _terminal.Lines[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Children_are_found_among_the_files_and_in_the_folder(bool inFolder)
    {
        _terminal.WriteSequence("parent.json", Say("before"),
            Activity("Elsa.ExecuteWorkflow", "child1", ("workflowDefinitionId", "Literal", "child"),
                ("waitForCompletion", "Literal", "true")), Say("after!"));
        _terminal.WriteSequence("more/child.json", Say("in the child"));
        string[] where = inFolder ? ["--definitions", "more"] : ["more/child.json"];
        Assert.Equal(0, await _terminal.RunAsync(["run", "parent.json", .. where]));
        Assert.Equal(["before", "in the child", "after!", "status: Finished"], _terminal.Lines);
    }

    [Theory]
    [InlineData("nothere.json", "nothere.json does not exist.")]
    [InlineData(".", ". is a folder, not a file.")]
    public async Task A_file_that_cannot_be_opened_is_named(string path, string complaint)
    {
        Assert.Equal(2, await _terminal.RunAsync("run", path));
        Assert.Contains(complaint, _terminal.Error, StringComparison.Ordinal);
        Assert.Equal("", _terminal.Output);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"name\": \"x\"}")]
    [InlineData("")]
    public async Task A_file_that_is_no_definition_is_refused(string content)
    {
        _terminal.Write("odd.json", content);
        Assert.Equal(2, await _terminal.RunAsync("run", "odd.json"));
        Assert.StartsWith("error odd.json:$", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Names=Ada", "has no input Names. Did you mean Name?")]
    [InlineData("Other=Ada", "It has Name, Count.")]
    [InlineData("Count=three", "The input Count is a Int32")]
    [InlineData("Ada", "--input is NAME=VALUE, not “Ada”")]
    public async Task An_input_that_cannot_be_taken_is_refused(string input, string complaint)
    {
        _terminal.WriteSequence("hello.json", Say("Hello"));
        Assert.Equal(2, await _terminal.RunAsync("run", "hello.json", "--input", input));
        Assert.Contains(complaint, _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_numbers_for_the_procedure()
    {
        _terminal.WriteSequence("sum.json", Say("getInput('Count') + 1", "JavaScript"));
        await _terminal.RunAsync("run", "sum.json", "--input", "Count=41");
        Assert.Equal("42", _terminal.Lines[0]);
    }
}
