using System.Reflection;
using System.Security.Cryptography;

namespace Procedures.Studio;

/// <summary>A file of our own around Studio; it stands inside the program.</summary>
internal sealed record OwnFile(byte[] Content, string ContentType, string Tag)
{
    /// <summary>The embedded file with that name.</summary>
    public static OwnFile Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its own file {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
        return new OwnFile(content, type, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
    }
}
