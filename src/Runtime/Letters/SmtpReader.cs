using System.Text;

namespace Procedures.Letters;

/// <summary>Reads the answers of a mail server line by line, and no more than a sane server says.</summary>
internal sealed class SmtpReader(Stream stream)
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly byte[] _buffer = new byte[LongestLine];
    private int _start;
    private int _end;

    /// <summary>Whether the server has said more than was asked of it.</summary>
    public bool HasMore => _start < _end;

    public async Task<SmtpReply> ReadReply(CancellationToken cancel)
    {
        var lines = new List<string>();
        int? code = null;
        while (true)
        {
            var line = await ReadLine(cancel);
            if (!TryCode(line, out var lineCode) || (code is not null && code != lineCode))
                throw new SmtpNonsenseException(SmtpReasons.NotSmtp(Readable(line)));
            code = lineCode;
            lines.Add(Readable(line.Length > 4 ? line[4..] : ""));
            if (line.Length == 3 || line[3] == ' ') return new SmtpReply(lineCode, lines);
            if (lines.Count >= MostLines) throw new SmtpNonsenseException(SmtpReasons.EndlessAnswer);
        }
    }

    private static bool TryCode(string line, out int code)
    {
        code = 0;
        return line.Length >= 3 && line[0] is >= '1' and <= '5'
            && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2])
            && (line.Length == 3 || line[3] is ' ' or '-')
            && int.TryParse(line.AsSpan(0, 3), out code);
    }

    private async Task<string> ReadLine(CancellationToken cancel)
    {
        var searched = _start;
        while (true)
        {
            var feed = Array.IndexOf(_buffer, (byte)'\n', searched, _end - searched);
            if (feed >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, feed - _start).TrimEnd('\r');
                _start = feed + 1;
                return line;
            }
            if (_end - _start == _buffer.Length) throw new SmtpNonsenseException(SmtpReasons.OverlongLine);
            if (_start > 0)
            {
                _buffer.AsSpan(_start.._end).CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }
            searched = _end;
            var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancel);
            if (count == 0) throw new EndOfStreamException();
            _end += count;
        }
    }

    private static string Readable(string line) =>
        string.Concat(line.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
