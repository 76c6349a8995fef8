using System.Text.RegularExpressions;

namespace Procedures.Letters;

/// <summary>Spaces that no line may break at in French: before a colon, inside quotation marks, after §.</summary>
internal static partial class FrenchTypography
{
    /// <summary>The text with no-break spaces and one kind of apostrophe.</summary>
    public static string Apply(string text) => AfterSign().Replace(BeforeSign().Replace(
        text.Replace('\u2019', '\''), "\u00A0$1"), "$1\u00A0");

    [GeneratedRegex(@" (\\?[:;!?»])", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeSign();

    [GeneratedRegex(@"([«§]) ", RegexOptions.CultureInvariant)]
    private static partial Regex AfterSign();
}
