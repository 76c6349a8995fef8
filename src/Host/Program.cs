using Procedures;
using Procedures.Commands;

return CommandTable.IsCalledBy(args)
    ? await CommandTable.RunHereAsync(args, Console.Out, Console.Error)
    : await WebProgram.RunAsync(args);

/// <summary>The host program.</summary>
public partial class Program;
