namespace Procedures.Reliability;

/// <summary>How much is tried: a little in every build, much when somebody asks for it.</summary>
internal sealed record Effort(int Years, int Definitions, int Expressions, int Rules)
{
    public static readonly Effort Short = new(Years: 500, Definitions: 2_000, Expressions: 20_000, Rules: 20_000);
    public static readonly Effort Long = new(Years: 100_000, Definitions: 200_000, Expressions: 1_000_000, Rules: 1_000_000);

    /// <summary>Whether faults are planted: half an hour on two cores.</summary>
    public bool PlantsFaults { get; init; }

    /// <summary>A word of the only harness that is run; null for all of them.</summary>
    public string? Only { get; init; }

    /// <summary>Reads <c>--long</c>, <c>--faults</c> and <c>--only WORD</c>.</summary>
    public static Effort Of(string[] arguments) => (arguments.Contains("--long") ? Long : Short) with
    {
        PlantsFaults = arguments.Contains("--faults"),
        Only = arguments.SkipWhile(a => a != "--only").Skip(1).FirstOrDefault(),
    };

    public bool Includes(string harness) => Only is null || harness.Contains(Only, StringComparison.Ordinal);
}
