using Procedures;

return await WebProgram.RunAsync(args);

/// <summary>The host program.</summary>
public partial class Program;
