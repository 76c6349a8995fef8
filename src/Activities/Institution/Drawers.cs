namespace Procedures.Activities;

/// <summary>The drawers in which the designer keeps institution activities.</summary>
internal static class Drawers
{
    public static readonly Bilingual Steps = ("Institution", "Institution");
    public static readonly Bilingual Votes = ("Votes and lots", "Scrutins et tirages");
    public static readonly Bilingual Events = ("At any time", "À tout moment");
    public static readonly Bilingual Course = ("Dates and course", "Dates et cours");
}
