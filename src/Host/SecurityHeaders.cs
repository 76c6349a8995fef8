namespace Procedures;

/// <summary>What every answer says to the browser, and to which names the host answers at all.</summary>
public static class SecurityHeaders
{
    /// <summary>The content policy of the pages: own stylesheet, own forms, no script, no frame.</summary>
    public const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    /// <summary>Adds the headers that hold for every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    });

    /// <summary>Refuses requests that call the host by a name that is not its own.</summary>
    public static void UseOwnNames(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Loopback.Names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await SayAsync(context, (
            "This host answers to localhost and 127.0.0.1 only.",
            "Ce serveur ne répond qu'aux noms localhost et 127.0.0.1."));
    });

    /// <summary>Refuses addresses with U+0000, a character that PostgreSQL does not keep and nobody types.</summary>
    public static void UseKeptCharacters(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!(context.Request.QueryString.Value ?? "").Contains("%00", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await SayAsync(context, (
            "The address holds a character that no text has.",
            "L'adresse contient un caractère qu'aucun texte ne contient."));
    });

    private static Task SayAsync(HttpContext context, Bilingual sentence)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.Vary = "Accept-Language";
        return context.Response.WriteAsync(sentence.In(Pages.Visits.Preferred(context.Request)));
    }
}
