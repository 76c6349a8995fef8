namespace Procedures.Storage;

/// <summary>Which stretch of a list is wanted.</summary>
public sealed record PageRequest(int Skip, int Take)
{
    /// <summary>The first 50.</summary>
    public static readonly PageRequest First = new(0, 50);
}
