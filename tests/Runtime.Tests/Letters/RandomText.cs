using System.Text;

namespace Procedures.Letters;

/// <summary>Texts that a seed decides, of the letters and signs that have broken mail programs before.</summary>
internal sealed class RandomText(int seed)
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "word", " ", " ", "  ", ".", "..", "=", "=?", "?=", "=?utf-8?q?a?=", "_", "?", "é", "œ", "’", "« ",
        " »", "ß", "Ş", "Ελλάδα", "Україна", "საქართველო", "Հայաստան", "𝄞", "👩‍⚖️",
        "e\u0301", "\u00A0", "—", "<b>", "\"", "\\",
        ",", ";", ":", "From ", "--", "1er octobre 2026", "{{x}}", "averyveryverylongwordwithoutanyblankinside",
    ];

    private readonly Random _random = new(seed);

    public string Line(int pieces)
    {
        var line = new StringBuilder("x");
        for (var i = _random.Next(pieces / 4); i > 0; i--) line.Append(Pieces[_random.Next(Pieces.Length)]);
        return line.ToString();
    }

    public string Page(int lines)
    {
        var page = new StringBuilder();
        for (var i = _random.Next(lines) + 1; i > 0; i--)
        {
            if (_random.Next(3) > 0) page.Append(Line(60)[1..]);
            page.Append(_random.Next(8) == 0 ? " \n" : "\n");
        }
        return page.ToString();
    }
}
