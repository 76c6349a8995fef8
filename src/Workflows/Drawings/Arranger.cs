namespace Procedures.Drawings;

/// <summary>Lays arrows so that none runs through an activity or upon another, and few cross.</summary>
/// <remarks>The same sheet gives the same drawing, however its arrows ran before.</remarks>
public static class Arranger
{
    // More find fewer crossings.
    private const int Attempts = 64;

    /// <summary>The sheet with the corners of its arrows.</summary>
    public static Drawing Arrange(Sheet sheet)
    {
        var draft = new Draft(sheet);
        var search = new Search(draft);
        search.Begin();
        search.Improve(Attempts, new Chance());
        return draft.Finish();
    }
}
