using Procedures.Commands;

if (CommandTable.IsCalledBy(args))
    return await CommandTable.RunHereAsync(args, Console.Out, Console.Error);

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();
return 0;

/// <summary>The host program.</summary>
public partial class Program;
