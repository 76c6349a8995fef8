namespace Procedures.Reliability;

/// <summary>Something that a harness found wrong, told so that the run can be repeated.</summary>
/// <param name="Run">The seed or the place that makes the run happen again.</param>
internal sealed record Finding(string Harness, string Run, string What)
{
    public override string ToString() => $"{Harness}, {Run}: {What}";
}
