using Procedures.Expressions;

namespace Procedures.Api;

/// <summary>Who calls: the browser window and the language of its sentences.</summary>
/// <param name="Window">What Studio's page has called itself; empty when the caller is not Studio.</param>
internal sealed record Caller(string Window, Language Language)
{
    private const string Bearer = "Bearer ";

    public static Caller Of(HttpContext context)
    {
        var credentials = context.Request.Headers.Authorization.ToString();
        var window = credentials.StartsWith(Bearer, StringComparison.Ordinal) ? credentials[Bearer.Length..] : "";
        var language = context.Request.Cookies["studio-language"] == "fr" ? Language.French : Language.English;
        return new Caller(window.Length > 100 ? window[..100] : window, language);
    }

    public string Say(Bilingual sentence) => sentence.In(Language);
}
