namespace Procedures.Storage;

/// <summary>Which mandates are shown. What is null filters nothing.</summary>
public sealed record MandateFilter
{
    public static readonly MandateFilter All = new();

    public string? Office { get; init; }
    public string? State { get; init; }

    /// <summary>Only the mandate with that first day.</summary>
    public DateOnly? Begins { get; init; }

    /// <summary>Only those that end after that day, or have no known end.</summary>
    public DateOnly? EndsAfter { get; init; }

    /// <summary>Only those that end before that day.</summary>
    public DateOnly? EndsBefore { get; init; }

    /// <summary>And those without a known end, whatever <see cref="EndsBefore"/> says.</summary>
    public bool OrEndless { get; init; }
}
