using Procedures.Deadlines;

namespace Procedures.Execution;

/// <summary>How a date of reference is written for people.</summary>
public static class AnchorText
{
    public static Bilingual Of(AnchorValue value) => value switch
    {
        AnchorValue.Day day => (DateText.Long(day.Date, Language.English), DateText.Long(day.Date, Language.French)),
        AnchorValue.Part { Session: var part } =>
            ($"part-session {part.Number} of {part.Year} ({DateText.Short(part.Opens, Language.English)} to {DateText.Short(part.Closes, Language.English)})",
             $"partie de session {part.Number} de {part.Year} (du {DateText.Short(part.Opens, Language.French)} au {DateText.Short(part.Closes, Language.French)})"),
        _ => Bilingual.Same(value.Notation),
    };
}
