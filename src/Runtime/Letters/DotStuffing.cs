namespace Procedures.Letters;

/// <summary>Makes octets safe to stand between DATA and the final dot (RFC 5321 § 4.5.2).</summary>
internal static class DotStuffing
{
    /// <summary>
    /// Every line ends with CRLF, the last one too; a lone CR or LF becomes CRLF, since servers disagree about them
    /// and a disagreement can smuggle in a second letter. A dot at the beginning of a line is doubled.
    /// </summary>
    public static byte[] Apply(ReadOnlySpan<byte> octets)
    {
        var lines = new List<byte>(octets.Length + octets.Length / 50 + 2);
        var atStart = true;
        for (var i = 0; i < octets.Length; i++)
        {
            var octet = octets[i];
            if (octet is (byte)'\r' or (byte)'\n')
            {
                lines.Add((byte)'\r');
                lines.Add((byte)'\n');
                if (octet == '\r' && i + 1 < octets.Length && octets[i + 1] == '\n') i++;
                atStart = true;
                continue;
            }
            if (atStart && octet == '.') lines.Add((byte)'.');
            lines.Add(octet);
            atStart = false;
        }
        if (!atStart) lines.AddRange("\r\n"u8);
        return [.. lines];
    }
}
