using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Procedures.Runtime;

namespace Procedures;

/// <summary>Signs and reads the links by which a member state answers one step without signing in.</summary>
/// <remarks>
/// A link names a procedure, a step, a body, a contact (as a hash) and its last day, signed with HMAC-SHA-256.
/// <see cref="ReplyKey"/> says where the key is kept: another key makes every link that is out void.
/// </remarks>
public sealed class ReplyLinks
{
    private const string Version = "1";
    private readonly byte[] _key;

    /// <param name="key">32 secret bytes.</param>
    public ReplyLinks(byte[] key) => _key = key;

    /// <summary>The last part of the link's address.</summary>
    public string Write(ReplyGrant grant)
    {
        var payload = Encoding.UTF8.GetBytes(string.Join('\n', Version, grant.ProcedureId,
            grant.Wait.ToString(CultureInfo.InvariantCulture), grant.Body, Mark(grant.Address),
            grant.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key, payload))}";
    }

    /// <summary>What a link says, if this key has signed it and its last day has not passed; otherwise null.</summary>
    /// <param name="today">Europe/Paris.</param>
    public SignedReply? Read(string token, DateOnly today)
    {
        if (token.Length > 2000 || token.Split('.') is not [var body, var mac]) return null;
        if (Decode(body) is not { } payload || Decode(mac) is not { } signature) return null;
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, payload), signature)) return null;
        var lastDay = Encoding.UTF8.GetString(payload).Split('\n') is [Version, _, _, _, _, var day]
            ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : DateOnly.MinValue;
        if (lastDay < today) return null;
        var parts = Encoding.UTF8.GetString(payload).Split('\n');
        return new SignedReply(
            parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3], parts[4], lastDay);
    }

    /// <summary>The contact in a link: nobody's address stands in an address that a browser keeps.</summary>
    public static string Mark(string address) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())))[..20];

    private static byte[]? Decode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
