using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Procedures.Letters;

/// <summary>The identity of a letter (RFC 5322 § 3.6.4), derived from what the letter is about.</summary>
public static class MessageId
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyz234567";
    private const int LongestId = 250;

    /// <summary>
    /// The same four words always give the same identity, so that one letter can never get two. The words cannot be
    /// read back from it. Each word counts with its length: ("ab", "c") and ("a", "bc") differ.
    /// </summary>
    /// <param name="procedureId">The procedure.</param>
    /// <param name="waitId">The wait that the letter is about, or a word for the whole procedure.</param>
    /// <param name="addressee">The contact or address.</param>
    /// <param name="occasion">What made it necessary, for instance "reminder-14".</param>
    /// <param name="domain">The domain of the sending institution.</param>
    public static string For(
        string procedureId, string waitId, string addressee, string occasion, string domain)
    {
        var id = $"<{Hash(procedureId, waitId, addressee, occasion)}@{domain}>";
        return IsWellFormed(id)
            ? id
            : throw new ArgumentException($"“{domain}” cannot end a Message-ID.", nameof(domain));
    }

    /// <summary>Whether the text is an identity with its angle brackets that can stand in a header.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 4 and <= LongestId && id[0] == '<' && id[^1] == '>'
        && id[1..^1].Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && id[1..^1].All(c => c is > ' ' and < '\x7f' and not ('<' or '>'));

    /// <summary>52 small letters and digits (SHA-256 in base 32) that stand for the words.</summary>
    internal static string Hash(params ReadOnlySpan<string> words)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var word in words)
        {
            var encoded = Encoding.UTF8.GetBytes(word);
            BinaryPrimitives.WriteInt32BigEndian(length, encoded.Length);
            bytes.Write(length);
            bytes.Write(encoded);
        }
        return Base32(SHA256.HashData(bytes.ToArray()));
    }

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text.Append(Digits[(pair >> (11 - bit % 8)) & 31]);
        }
        return text.ToString();
    }
}
