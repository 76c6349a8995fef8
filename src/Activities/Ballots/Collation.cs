using System.Globalization;
using System.Text;

namespace Procedures.Ballots;

/// <summary>
/// The one alphabetical order of names, the same in both languages and on every machine: letters of A to Z alone
/// decide, marks and case do not, apostrophes and hyphens are passed over, a space stands before every letter.
/// </summary>
public static class Collation
{
    /// <summary>What a name is compared by: capital letters A to Z, digits and spaces.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            key.Append(Plain(letter));
        }
        return key.ToString().Trim();
    }

    private static string Plain(char letter) => letter switch
    {
        'ø' or 'Ø' => "O",
        'ł' or 'Ł' => "L",
        'đ' or 'Đ' or 'ð' or 'Ð' => "D",
        'ħ' or 'Ħ' => "H",
        'ı' => "I",
        'ə' or 'Ə' => "E",
        'ß' or 'ẞ' => "SS",
        'æ' or 'Æ' => "AE",
        'œ' or 'Œ' => "OE",
        'þ' or 'Þ' => "TH",
        ' ' or '\u00A0' => " ",
        _ when char.IsLetterOrDigit(letter) => char.ToUpperInvariant(letter).ToString(),
        _ => "",
    };
}
