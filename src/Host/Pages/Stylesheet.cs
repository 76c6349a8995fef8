using System.Security.Cryptography;

namespace Procedures.Pages;

/// <summary>The one stylesheet of the pages, kept inside the program.</summary>
public static class Stylesheet
{
    private static readonly byte[] Octets = Load();

    /// <summary>Changes with the content, so that a browser may keep the sheet for ever.</summary>
    public static string Address { get; } = $"/pages.css?v={Convert.ToHexStringLower(SHA256.HashData(Octets))[..12]}";

    /// <summary>Answers with the sheet.</summary>
    public static IResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Octets, "text/css; charset=utf-8");
    }

    private static byte[] Load()
    {
        using var sheet = typeof(Stylesheet).Assembly.GetManifestResourceStream("pages.css")
            ?? throw new InvalidOperationException("The stylesheet is missing from the program.");
        using var copy = new MemoryStream();
        sheet.CopyTo(copy);
        return copy.ToArray();
    }
}
