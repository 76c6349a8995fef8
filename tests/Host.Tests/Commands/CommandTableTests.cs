namespace Procedures.Commands;

public sealed class CommandTableTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("rehears", "There is no command rehears. Did you mean rehearse?")]
    [InlineData("frobnicate", "There is no command frobnicate.")]
    public async Task An_unknown_command_is_refused(string name, string complaint)
    {
        Assert.Equal(2, await _terminal.RunAsync(name));
        Assert.StartsWith(complaint, _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "--inptu", "run has no option --inptu. Did you mean --input?")]
    [InlineData("check", "--formt", "check has no option --formt. Did you mean --format?")]
    [InlineData("rehearse", "--anwser", "rehearse has no option --anwser. Did you mean --answer?")]
    [InlineData("replay", "--definition", "replay has no option --definition. Did you mean --definitions?")]
    [InlineData("verify", "--dta", "verify has no option --dta. Did you mean --data?")]
    [InlineData("help", "--all", "help has no option --all.")]
    public async Task An_unknown_option_is_refused_with_the_nearest_one(string command, string option, string complaint)
    {
        Assert.Equal(2, await _terminal.RunAsync(command, option, "x"));
        Assert.StartsWith(complaint, _terminal.Error, StringComparison.Ordinal);
        Assert.Contains($"procedures help {command}", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal("", _terminal.Output);
    }

    [Theory]
    [InlineData("run", "run needs FILE…")]
    [InlineData("check", "check needs FILE…")]
    [InlineData("rehearse", "rehearse needs FILE")]
    [InlineData("replay", "replay needs FILE…")]
    public async Task A_command_without_its_file_says_what_it_needs(string command, string complaint)
    {
        Assert.Equal(2, await _terminal.RunAsync(command));
        Assert.StartsWith(complaint, _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "run" }, true)]
    [InlineData(new[] { "anything" }, true)]
    [InlineData(new[] { "--help" }, true)]
    [InlineData(new[] { "--urls", "http://localhost" }, false)]
    [InlineData(new string[0], false)]
    public void A_word_calls_a_command_and_options_start_the_web_host(string[] arguments, bool isCommand) =>
        Assert.Equal(isCommand, CommandTable.IsCalledBy(arguments));
}
