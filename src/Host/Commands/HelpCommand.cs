using System.Collections.Immutable;
using Procedures.Definitions.Format;

namespace Procedures.Commands;

/// <summary>Explains the commands.</summary>
public sealed class HelpCommand(ImmutableArray<Command> others) : Command
{
    public override Usage Usage { get; } = new("help", "[COMMAND]", "Explains all commands, or one of them.")
    {
        LeastOperands = 0,
        Examples = ["procedures help", "procedures help rehearse"],
    };

    protected override async Task<int> DoAsync(CommandLine line, TextWriter output, TextWriter error)
    {
        if (line.Operands is [])
        {
            await ListAsync(output);
            return ExitStatus.Fine;
        }
        var name = line.Operands[0];
        if (others.Append<Command>(this).FirstOrDefault(c => c.Usage.Name == name) is not { } command)
        {
            var nearest = NearestNames.Of(name, others.Select(c => c.Usage.Name));
            throw new UsageException($"There is no command {name}.{NearestNames.Question(nearest).English}");
        }
        await ExplainAsync(command.Usage, output);
        return ExitStatus.Fine;
    }

    private async Task ListAsync(TextWriter output)
    {
        await output.WriteLineAsync("procedures COMMAND …    runs a command; without one the web host starts.");
        await output.WriteLineAsync("procedures --practice 2023-09-01");
        await output.WriteLineAsync("                      starts a web host for training: its clock begins on that day and stands still");
        await output.WriteLineAsync("                      until somebody moves it; own folder (practice), own address, letters as files.");
        await output.WriteLineAsync();
        foreach (var usage in others.Append<Command>(this).Select(c => c.Usage))
        {
            await output.WriteLineAsync($"  {usage.Name,-10}{usage.Purpose}");
            foreach (var example in usage.Examples) await output.WriteLineAsync($"            {example}");
        }
    }

    private static async Task ExplainAsync(Usage usage, TextWriter output)
    {
        var options = string.Concat(usage.Options.Select(o => $" [{o.Form}]{(o.IsRepeatable ? "…" : "")}"));
        await output.WriteLineAsync($"procedures {usage.Name} {usage.Operands}{options}".TrimEnd());
        await output.WriteLineAsync();
        await output.WriteLineAsync(usage.Purpose);
        foreach (var remark in usage.Remarks) await output.WriteLineAsync($"{Environment.NewLine}{remark}");
        if (!usage.Options.IsEmpty) await output.WriteLineAsync();
        var width = usage.Options.Select(o => o.Form.Length).DefaultIfEmpty().Max() + 2;
        foreach (var option in usage.Options)
            await output.WriteLineAsync($"  {option.Form.PadRight(width)}{option.Meaning}");
        if (!usage.Examples.IsEmpty) await output.WriteLineAsync($"{Environment.NewLine}Examples");
        foreach (var example in usage.Examples) await output.WriteLineAsync($"  {example}");
    }
}
