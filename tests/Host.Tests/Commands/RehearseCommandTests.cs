using System.Text.Json.Nodes;

namespace Procedures.Commands;

public sealed class RehearseCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    private Task<int> Rehearse(params string[] more) => _terminal.RunAsync(
        ["rehearse", _terminal.JudgeElection, "--input", "State=EE", "--input", "TermEnds=2020-01-03", .. more]);

    private JsonNode Task(string step, int time = 1) => JsonNode.Parse(_terminal.Output)!["tasks"]!.AsArray()
        .First(t => (string)t!["step"]! == step && (int)t["time"]! == time)!;

    [Fact]
    public async Task The_year_is_a_table_with_a_summary()
    {
        Assert.Equal(0, await Rehearse());
        Assert.Matches("^Date +Weekday +Step +What +Who +Deadline is +Deadline +Reminders +Letters +Outcome$", _terminal.Lines[0]);
        Assert.Contains(_terminal.Lines, l => l.StartsWith(
            "2018-08-30  Thursday   P1.01   Open the procedure", StringComparison.Ordinal));
        Assert.Contains("status: Finished", _terminal.Lines);
        Assert.Contains("elected: Anna Alder", _terminal.Lines);
        Assert.Contains(_terminal.Lines, l => l.StartsWith("L     2019-05-30  L (", StringComparison.Ordinal)
            && l.EndsWith("Thursday 30 May 2019.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_command_prints_the_same_year()
    {
        await Rehearse();
        var first = _terminal.Output;
        await Rehearse();
        Assert.Equal(first, _terminal.Output);
    }

    [Fact]
    public async Task What_is_said_of_a_step_that_is_never_asked_is_told_to_be_without_effect()
    {
        Assert.Equal(0, await Rehearse("--silent", "P1.07.2"));
        Assert.Equal("P1.07.2 was not asked in this rehearsal: what is said of it has no effect.", _terminal.Error.Trim());
        Assert.Equal(0, await Rehearse("--silent", "P1.07"));
        Assert.Empty(_terminal.Error);
    }

    [Fact]
    public async Task A_rehearsal_that_ends_before_it_begins_is_refused()
    {
        Assert.Equal(2, await Rehearse("--start", "2018-09-01", "--until", "2018-08-01"));
        Assert.Contains("--until (2018-08-01) comes before --start (2018-09-01).", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_is_told_in_French_as_well()
    {
        await Rehearse("--language", "fr");
        Assert.StartsWith("Date        Jour", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("droit, ferme", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("état : achevée", _terminal.Lines);
    }

    [Theory]
    [InlineData("en", "Governments of the member states (46)")]
    [InlineData("fr", "(46)")]
    public async Task What_all_governments_are_told_is_one_line_that_opens(string language, string who)
    {
        await _terminal.RunAsync(["rehearse", _terminal.JudgeElection.Replace("judge-election", "secretary-general-election", StringComparison.Ordinal),
            "--input", "TermEnds=2029-09-17", "--format", "html", "--language", language]);
        var summary = _terminal.Output.Split('\n').Where(l => l.Contains("<details><summary>", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(summary);
        Assert.All(summary, line => Assert.Contains(who, line, StringComparison.Ordinal));
        Assert.Equal(46, summary[0].Split("<li>").Length - 1);
        Assert.DoesNotContain("<td>Government (", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_decide_where_the_year_turns()
    {
        await Rehearse("--answer", "P1.14=Reject", "--form", "P1.14={\"ground\": \"iv\"}", "--late", "P1.07=+10d",
            "--on", "P1.13=2019-09-18", "--format", "json");
        Assert.Equal("2019-06-09", (string)Task("P1.07")["endedOn"]!);
        Assert.Equal("2019-09-18", (string)Task("P1.13")["endedOn"]!);
        Assert.Equal("Invited", (string)Task("P1.17")["outcome"]!);
        Assert.Equal("Selected", (string)Task("P1.03", time: 2)["outcome"]!);
    }

    [Fact]
    public async Task The_second_time_of_a_step_has_its_own_answer()
    {
        await Rehearse("--answer", "P1.14.1=Postpone", "--answer", "P1.14.2=Recommend", "--format", "json");
        Assert.Equal(("Postpone", "Recommend"), ((string)Task("P1.14")["outcome"]!, (string)Task("P1.14", time: 2)["outcome"]!));
    }

    [Fact]
    public async Task Silence_leaves_the_step_open_and_the_summary_says_so()
    {
        Assert.Equal(0, await Rehearse("--silent", "P1.07"));
        Assert.Contains("status: Suspended", _terminal.Lines);
        Assert.Contains("open: P1.07 Submission of the list", _terminal.Lines);
        Assert.Contains("overdue, still open", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_reads_html_without_a_tag_from_the_data()
    {
        Assert.Equal(0, await Rehearse("--format", "html", "--language", "fr",
            "--form", "P1.03={\"candidates\": [{\"name\": \"<b>Eve</b>\", \"sex\": \"F\", \"birthDate\": \"1970-01-01\", \"nationality\": \"EE\"}]}"));
        Assert.StartsWith("<!DOCTYPE html>", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\">", _terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", _terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--answer", "P1.41=Reject", "There is no step P1.41. Did you mean")]
    [InlineData("--answer", "P1.14", "--answer is NAME=VALUE")]
    [InlineData("--answer", "P1.14=Rejetc", "The step P1.14 has no outcome “Rejetc”")]
    [InlineData("--silent", "X9", "There is no step X9.")]
    [InlineData("--late", "P1.07=10", "--late is STEP=+10d")]
    [InlineData("--on", "P1.07=soon", "--on P1.07 is a day such as 2026-06-22")]
    [InlineData("--form", "P1.07={", "--form P1.07 is not JSON")]
    [InlineData("--form", "P1.07=[]", "--form P1.07 is a JSON object")]
    [InlineData("--pace", "slow", "--pace is last-day or early")]
    [InlineData("--format", "xml", "--format is table or json or html")]
    [InlineData("--start", "tomorrow", "--start is a day")]
    public async Task What_cannot_be_meant_is_refused(string option, string value, string complaint)
    {
        Assert.Equal(2, await Rehearse(option, value));
        Assert.StartsWith(complaint, _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_named()
    {
        Assert.Equal(2, await _terminal.RunAsync("rehearse", "gone.json"));
        Assert.Contains("gone.json does not exist.", _terminal.Error, StringComparison.Ordinal);
    }
}
