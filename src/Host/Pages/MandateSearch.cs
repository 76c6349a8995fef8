using System.Globalization;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Which mandates the list shows. The address is the filter.</summary>
/// <param name="Year">The year in which the term ends; null for all that are shown.</param>
public sealed record MandateSearch(string Office, string State, int? Year)
{
    /// <summary>How far the list looks ahead.</summary>
    public const int Years = 5;

    public bool IsEmpty => Office.Length == 0 && State.Length == 0 && Year is null;

    public static MandateSearch Read(IQueryCollection query) => new(
        query["office"].ToString().Trim(), query["state"].ToString().Trim(),
        int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1949 and < 9999 ? year : null);

    public MandateFilter Filter(DateOnly today) => new()
    {
        Office = Office.Length > 0 ? Office : null, State = State.Length > 0 ? State : null,
        EndsAfter = Year is { } year ? new DateOnly(year - 1, 12, 31) : null,
        EndsBefore = Year is { } wanted ? new DateOnly(wanted + 1, 1, 1) : today.AddYears(Years),
        OrEndless = Year is null,
    };
}
