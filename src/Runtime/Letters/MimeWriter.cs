using System.Globalization;
using System.Text;

namespace Procedures.Letters;

/// <summary>Writes a letter as MIME octets (RFC 5322, RFC 2045), the same ones every time.</summary>
/// <remarks>
/// Everything is in seven bits, so that no server on the way needs to change anything; the one exception is an
/// address that only exists in UTF-8. Boundaries are derived from the Message-ID.
/// </remarks>
public static class MimeWriter
{
    private const int LongestEncodedLine = 76;

    /// <summary>The whole letter, head and body, with CRLF line ends and without dot-stuffing.</summary>
    /// <exception cref="ArgumentException">The letter has a <see cref="Message.Defect"/>.</exception>
    public static byte[] Write(Message message)
    {
        if (message.Defect is { } defect) throw new ArgumentException(defect.English, nameof(message));
        var mime = new StringBuilder();
        MimeHead.Write(mime, message);
        if (message.Calendar is null)
        {
            WriteAlternatives(mime, message);
        }
        else
        {
            var boundary = Boundary(message, "mixed");
            mime.Append($"Content-Type: multipart/mixed;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
            WriteAlternatives(mime, message);
            mime.Append($"\r\n--{boundary}\r\n");
            WriteCalendar(mime, message.Calendar);
            mime.Append($"\r\n--{boundary}--\r\n");
        }
        return Encoding.UTF8.GetBytes(mime.ToString());
    }

    private static void WriteAlternatives(StringBuilder mime, Message message)
    {
        var boundary = Boundary(message, "alternative");
        mime.Append($"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        WriteText(mime, "text/plain", message, message.Text);
        mime.Append($"\r\n--{boundary}\r\n");
        WriteText(mime, "text/html", message, message.Html);
        mime.Append($"\r\n--{boundary}--\r\n");
    }

    /// <summary>One text. The line end before the next boundary belongs to that boundary, so none is written.</summary>
    private static void WriteText(StringBuilder mime, string type, Message message, string text)
    {
        mime.Append($"Content-Type: {type}; charset=utf-8\r\n");
        mime.Append($"Content-Language: {MimeHead.Tag(message.Language)}\r\n");
        var printable = QuotedPrintable.Encode(text);
        var octets = Encoding.UTF8.GetBytes(LineEnds.ToCrLf(text));
        // Greek or Georgian text is shorter, and less likely to look like spam, in base 64.
        if (printable.Length <= octets.Length * 3 / 2)
            mime.Append("Content-Transfer-Encoding: quoted-printable\r\n\r\n").Append(printable);
        else
            mime.Append("Content-Transfer-Encoding: base64\r\n\r\n").Append(Base64(octets));
    }

    private static void WriteCalendar(StringBuilder mime, LetterCalendar calendar)
    {
        var method = CalendarWriter.Name(calendar.Method);
        var octets = Encoding.UTF8.GetBytes(CalendarWriter.Write(calendar.Entry, calendar.Method));
        mime.Append($"Content-Type: text/calendar; charset=utf-8; method={method};\r\n name=\"calendar.ics\"\r\n");
        mime.Append("Content-Disposition: attachment; filename=\"calendar.ics\"\r\n");
        mime.Append("Content-Transfer-Encoding: base64\r\n\r\n").Append(Base64(octets));
    }

    private static string Base64(byte[] octets)
    {
        var text = Convert.ToBase64String(octets);
        var lines = new StringBuilder();
        for (var start = 0; start < text.Length; start += LongestEncodedLine)
        {
            if (start > 0) lines.Append("\r\n");
            lines.Append(text, start, Math.Min(LongestEncodedLine, text.Length - start));
        }
        return lines.ToString();
    }

    /// <summary>A boundary that no line of a part can be: "=_" is neither quoted-printable nor base 64.</summary>
    private static string Boundary(Message message, string level) =>
        string.Create(CultureInfo.InvariantCulture, $"=_{MessageId.Hash(message.MessageId, level)[..32]}");
}
