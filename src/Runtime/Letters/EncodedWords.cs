using System.Globalization;
using System.Text;

namespace Procedures.Letters;

/// <summary>Header text beyond ASCII (RFC 2047): encoded words, one a line, that a reader joins.</summary>
internal static class EncodedWords
{
    private const int LongestLine = 76;
    private const int LongestWord = 75;
    private const string Opening = "=?utf-8?q?";
    private const string Closing = "?=";

    /// <summary>
    /// The text as it may stand in an unstructured header: itself when it is plain and short, otherwise encoded and
    /// folded. Words are never cut inside a character.
    /// </summary>
    /// <param name="text">A text without line breaks.</param>
    /// <param name="column">How many octets of the first line are already used.</param>
    public static string Write(string text, int column) =>
        IsPlain(text, LongestLine - column) ? text : Encode(text, column);

    /// <summary>The encoded form, whether needed or not.</summary>
    public static string Encode(string text, int column)
    {
        var result = new StringBuilder();
        var room = Math.Min(LongestWord, LongestLine - column) - Opening.Length - Closing.Length;
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var octets = EncodeRune(rune);
            if (word.Length + octets.Length > room)
            {
                Flush();
                room = LongestWord - Opening.Length - Closing.Length;
            }
            word.Append(octets);
        }
        Flush();
        return result.ToString();

        void Flush()
        {
            if (result.Length > 0) result.Append("\r\n ");
            result.Append(Opening).Append(word).Append(Closing);
            word.Clear();
        }
    }

    private static bool IsPlain(string text, int room) =>
        text.Length <= room && text.All(c => c is >= ' ' and <= '~')
        && text.Trim().Length == text.Length && !text.Contains("=?", StringComparison.Ordinal);

    private static string EncodeRune(Rune rune)
    {
        // RFC 2047 § 5 (3): these few stand for themselves even inside a display name.
        if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value is '!' or '*' or '+' or '-' or '/'))
            return rune.ToString();
        if (rune.Value == ' ') return "_";
        Span<byte> octets = stackalloc byte[4];
        var count = rune.EncodeToUtf8(octets);
        var encoded = new StringBuilder();
        foreach (var octet in octets[..count]) encoded.Append(CultureInfo.InvariantCulture, $"={octet:X2}");
        return encoded.ToString();
    }
}
