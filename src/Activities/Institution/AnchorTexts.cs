using System.Text.RegularExpressions;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>Reads dates of reference from inputs, variables and answers.</summary>
internal static partial class AnchorTexts
{
    /// <summary>A day (a moment counts as its day), part(2026,3) or 2026/3; null when it is neither.</summary>
    public static AnchorValue? Read(string text, Calendar calendar)
    {
        text = text.Trim();
        if (Moment().Match(text) is { Success: true } moment) text = moment.Groups[1].Value;
        if (Slash().Match(text) is { Success: true } slash)
            text = $"part({slash.Groups[1].Value},{slash.Groups[2].Value})";
        return AnchorValue.Read(text, calendar);
    }

    /// <exception cref="ActivityFault">The value is neither a day nor a part-session.</exception>
    public static AnchorValue Read(string anchor, Value value, Calendar calendar) =>
        Read(Plain.Text(value), calendar) ?? throw new ActivityFault((
            $"{anchor}: “{Plain.Text(value)}” is neither a day such as 2026-05-20 nor a part-session such as part(2026,3).",
            $"{anchor} : « {Plain.Text(value)} » n'est ni un jour tel que 2026-05-20 ni une partie de session telle que "
                + "part(2026,3)."));

    /// <exception cref="AnswerRefused">The date is a part-session and the new value a day, or the reverse.</exception>
    public static void RefuseOtherKind(string name, AnchorValue? old, AnchorValue value)
    {
        if (old is AnchorValue.Part && value is AnchorValue.Day)
            throw new AnswerRefused(new Bilingual(
                $"{name} is a part-session: choose the new part-session, not a day.",
                $"{name} est une partie de session : choisissez la nouvelle partie de session, non un jour."));
        if (old is AnchorValue.Day && value is AnchorValue.Part)
            throw new AnswerRefused(new Bilingual(
                $"{name} is a day: give the new day, not a part-session.",
                $"{name} est un jour : indiquez le nouveau jour, non une partie de session."));
    }

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}-[0-9]{2})T", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^([0-9]{4})\s*/\s*([1-4])$", RegexOptions.CultureInvariant)]
    private static partial Regex Slash();
}
