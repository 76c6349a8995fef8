using Procedures.Execution;

namespace Procedures.Soundness;

/// <summary>The inputs of the Organisation's activity types that the gate knows by name.</summary>
internal static class Vocabulary
{
    public const string Step = "Step";
    public const string Deadline = "Deadline";
    public const string Reminders = "Reminders";
    public const string OnExpiry = "OnExpiry";

    /// <summary>
    /// What may be reported or published at any time: nobody is asked, and the procedure does not wait.
    /// </summary>
    public static readonly string[] AtAnyTime = ["Procedures.Occurrence", "Procedures.DateMoved", "Elsa.Event"];

    /// <summary>The sheet of dates of reference, one formula a line.</summary>
    public const string Sheet = "Dates";

    /// <summary>Dates that inputs of the procedure give, and dates that the activity fixes: maps by name.</summary>
    public static readonly string[] Fixing = ["Given", "Fix"];

    /// <summary>French twins of an input carry this ending: Title and TitleFr.</summary>
    public const string FrenchEnding = "Fr";

    /// <summary>
    /// What happens on expiry, whatever the case it is written in; null when the text says nothing known.
    /// </summary>
    public static OnExpiry? ExpiryOf(string text) =>
        Enum.TryParse<OnExpiry>(text.Trim(), ignoreCase: true, out var found) && Enum.IsDefined(found) ? found : null;
}
