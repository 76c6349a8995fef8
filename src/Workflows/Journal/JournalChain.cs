using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Procedures.Expressions;

namespace Procedures.Journal;

/// <summary>
/// The hash chain of a procedure's journal: each entry's hash covers its content and the hash before it.
/// </summary>
/// <remarks>
/// The chain shows changes within what remains. Whoever holds the disk can cut the newest rows or build the whole
/// chain anew; only a head kept elsewhere shows that.
/// </remarks>
public static class JournalChain
{
    /// <summary>The hash of the entry when it follows <paramref name="previousHash"/>, lower-case hex.</summary>
    public static string HashOf(string procedureId, string previousHash, JournalEntry entry)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        Line(text, previousHash);
        Line(text, procedureId);
        Line(text, entry.Number);
        Line(text, entry.Step);
        Line(text, entry.At.ToUniversalTime().Ticks);
        Line(text, entry.Event);
        Line(text, entry.ActivityId);
        Line(text, entry.NodeId);
        if (entry.Activation is { } activation) Line(text, activation);
        else Line(text, "");
        Line(text, entry.Actor);
        Line(text, entry.Sentence.English);
        Line(text, entry.Sentence.French);
        if (!entry.Data.IsNothing) ValueJson.Write(text, entry.Data);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text.WrittenSpan, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void Line(ArrayBufferWriter<byte> text, ReadOnlySpan<char> content)
    {
        Encoding.UTF8.GetBytes(content, text);
        text.Write("\n"u8);
    }

    private static void Line(ArrayBufferWriter<byte> text, long number)
    {
        const int mostDigits = 20;
        number.TryFormat(text.GetSpan(mostDigits), out var written, default, CultureInfo.InvariantCulture);
        text.Advance(written);
        text.Write("\n"u8);
    }

    public static JournalEntry Seal(string procedureId, string previousHash, JournalEntry entry) =>
        entry with { Hash = HashOf(procedureId, previousHash, entry) };
}
