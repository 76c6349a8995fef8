using System.Security.Cryptography;
using System.Text;

namespace Procedures.Runtime;

/// <summary>Short names for long ids.</summary>
internal static class Digest
{
    /// <summary>Twelve hexadecimal digits that stand for the text.</summary>
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
