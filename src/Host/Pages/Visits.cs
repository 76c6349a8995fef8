using Microsoft.AspNetCore.Antiforgery;
using Procedures.Practice;

namespace Procedures.Pages;

/// <summary>Makes the visit of a request.</summary>
public sealed class Visits(IAntiforgery antiforgery, Institution institution, TimeProvider clock,
    PracticeMoves? practice = null)
{
    /// <summary>The cookie that remembers who recorded last on this computer.</summary>
    public const string ClerkCookie = "procedures-clerk";

    public Visit Of(HttpContext context)
    {
        var language = LanguageOf(context.Request.Path);
        var path = context.Request.Path.ToUriComponent().TrimStart('/');
        return new Visit(
            language, path.Length > 3 ? path[3..] : "", context.Request.QueryString.Value ?? "",
            clock.GetUtcNow(), institution)
        {
            Token = antiforgery.GetAndStoreTokens(context).RequestToken ?? "",
            Practice = practice,
            Clerk = Uri.UnescapeDataString(context.Request.Cookies[ClerkCookie] ?? ""),
        };
    }

    /// <summary>Remembers who records, for a year.</summary>
    public static void Remember(HttpContext context, string clerk) => context.Response.Cookies.Append(
        ClerkCookie, Uri.EscapeDataString(clerk), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
        });

    /// <summary>The language of an address; English when it names none.</summary>
    public static Language LanguageOf(PathString path) =>
        path.StartsWithSegments("/fr") ? Language.French : Language.English;

    /// <summary>The language that a browser asks for: French when it comes before English.</summary>
    public static Language Preferred(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value ?? "")
            .FirstOrDefault(l => l.StartsWith("fr", StringComparison.OrdinalIgnoreCase)
                || l.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return wanted?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true ? Language.French
            : Language.English;
    }
}
