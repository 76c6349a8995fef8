using Procedures.Deadlines;

namespace Procedures.Execution;

/// <summary>How a date of reference is written for people.</summary>
public static class AnchorText
{
    public static Bilingual Of(AnchorValue value) => value switch
    {
        AnchorValue.Day day => (DateText.Long(day.Date, Language.English), DateText.Long(day.Date, Language.French)),
        AnchorValue.Part { Session: var part } => (Of(part, Language.English), Of(part, Language.French)),
        _ => Bilingual.Same(value.Notation),
    };

    private static string Of(PartSession part, Language language)
    {
        var (opens, closes) = (DateText.Short(part.Opens, language), DateText.Short(part.Closes, language));
        return language == Language.French
            ? $"{part.Name.French} (du {opens} au {closes})"
            : $"{part.Name.English} ({opens} to {closes})";
    }
}
