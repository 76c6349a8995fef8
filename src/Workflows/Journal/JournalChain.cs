using System.Security.Cryptography;
using System.Text;
using Procedures.Expressions;

namespace Procedures.Journal;

/// <summary>The hash chain of a procedure's journal: each entry's hash covers its content and the hash before it.</summary>
/// <remarks>
/// The chain shows changes within what remains. Whoever holds the disk can cut the newest rows or build the whole
/// chain anew; only a head kept elsewhere shows that.
/// </remarks>
public static class JournalChain
{
    /// <summary>The hash of the entry when it follows <paramref name="previousHash"/>, lower-case hex.</summary>
    public static string HashOf(string procedureId, string previousHash, JournalEntry entry)
    {
        var text = new StringBuilder(512)
            .Append(previousHash).Append('\n').Append(procedureId).Append('\n')
            .Append(entry.Number).Append('\n').Append(entry.Step).Append('\n')
            .Append(entry.At.ToUniversalTime().Ticks).Append('\n')
            .Append(entry.Event).Append('\n').Append(entry.ActivityId).Append('\n').Append(entry.NodeId).Append('\n')
            .Append(entry.Activation).Append('\n').Append(entry.Actor).Append('\n')
            .Append(entry.Sentence.English).Append('\n').Append(entry.Sentence.French).Append('\n');
        if (!entry.Data.IsNothing) text.Append(ValueJson.ToJson(entry.Data));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static JournalEntry Seal(string procedureId, string previousHash, JournalEntry entry) =>
        entry with { Hash = HashOf(procedureId, previousHash, entry) };
}
