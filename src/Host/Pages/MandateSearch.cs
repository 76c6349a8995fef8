namespace Procedures.Pages;

/// <summary>Which mandates the list shows. The address is the filter.</summary>
public sealed record MandateSearch(string Office, string State)
{
    /// <summary>How far the list looks ahead.</summary>
    public const int Years = 5;

    public bool IsEmpty => Office.Length == 0 && State.Length == 0;

    public static MandateSearch Read(IQueryCollection query) =>
        new(query["office"].ToString().Trim(), query["state"].ToString().Trim());

    public Storage.MandateFilter Filter(DateOnly today) => new()
    {
        Office = Office.Length > 0 ? Office : null, State = State.Length > 0 ? State : null,
        EndsBefore = today.AddYears(Years),
    };
}
