using System.Text;

namespace Procedures.Letters;

/// <summary>The content lines of a calendar: escaped, folded at 75 octets, ended with CRLF (RFC 5545 § 3.1).</summary>
internal sealed class CalendarLines
{
    private const int LongestLine = 75;
    private readonly StringBuilder _lines = new();

    /// <summary>A property whose value is text: what has a meaning of its own in the notation is escaped.</summary>
    public void Text(string property, string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in string.Join('\n', LineEnds.Split(text)))
        {
            if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (c == '\n') escaped.Append("\\n");
            else if (c == '\t' || !char.IsControl(c)) escaped.Append(c);
        }
        Raw(property, escaped.ToString());
    }

    /// <summary>A property whose value is written as it stands.</summary>
    /// <exception cref="ArgumentException">A control character could start a line of its own.</exception>
    public void Raw(string property, string value)
    {
        if (property.Any(char.IsControl) || value.Any(c => c != '\t' && char.IsControl(c)))
            throw new ArgumentException($"The value of {property} contains a control character.", nameof(value));
        var width = 0;
        foreach (var rune in $"{property}:{value}".EnumerateRunes())
        {
            if (width + rune.Utf8SequenceLength > LongestLine)
            {
                _lines.Append("\r\n ");
                width = 1;
            }
            _lines.Append(rune.ToString());
            width += rune.Utf8SequenceLength;
        }
        _lines.Append("\r\n");
    }

    public override string ToString() => _lines.ToString();
}
