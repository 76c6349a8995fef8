using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Who calls: the browser window and the language of its sentences.</summary>
/// <param name="Window">What Studio's page has called itself; empty when the caller is not Studio.</param>
internal sealed record Caller(string Window, Language Language)
{
    /// <summary>The name under which somebody recorded last in this browser; empty when nobody has.</summary>
    public string Person { get; init; } = "";

    public Author Author => new(Person, Window);

    private const string Bearer = "Bearer ";

    public static Caller Of(HttpContext context)
    {
        var credentials = context.Request.Headers.Authorization.ToString();
        var window = credentials.StartsWith(Bearer, StringComparison.Ordinal) ? credentials[Bearer.Length..] : "";
        var language = context.Request.Cookies["studio-language"] == "fr" ? Language.French : Language.English;
        return new Caller(Short(window), language)
        {
            Person = Short(Uri.UnescapeDataString(context.Request.Cookies[Pages.Visits.ClerkCookie] ?? "")),
        };
    }

    private static string Short(string text) => text.Length > 100 ? text[..100] : text;

    public string Say(Bilingual sentence) => sentence.In(Language);
}
