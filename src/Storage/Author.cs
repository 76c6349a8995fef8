namespace Procedures.Storage;

/// <summary>Who sends a text of a definition.</summary>
/// <param name="Person">The name under which the person records; empty when nobody has given one.</param>
/// <param name="Window">The browser window, which tells two editors of one person apart; empty outside the
/// designer.</param>
public sealed record Author(string Person, string Window)
{
    /// <summary>The program itself: a file that was taken in.</summary>
    public static readonly Author Nobody = new("", "");
}
