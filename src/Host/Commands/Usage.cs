using System.Collections.Immutable;

namespace Procedures.Commands;

/// <summary>How a command is called: what its help says and what its arguments are read against.</summary>
/// <param name="Name">The first word of the command line.</param>
/// <param name="Operands">What stands besides options, such as FILE…; empty when nothing does.</param>
/// <param name="Purpose">One sentence.</param>
public sealed record Usage(string Name, string Operands, Bilingual Purpose)
{
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>What a reader should know besides the options, a paragraph each.</summary>
    public ImmutableArray<Bilingual> Remarks { get; init; } = [];

    /// <summary>Whole command lines that work as they stand.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <summary>How many operands there must be at least.</summary>
    public int LeastOperands { get; init; } = Operands.Length > 0 ? 1 : 0;

    /// <summary>How many operands there may be.</summary>
    public int MostOperands { get; init; } = Operands.EndsWith('…') ? int.MaxValue : Operands.Length > 0 ? 1 : 0;
}
