using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace Procedures.Studio;

/// <summary>Serves the genuine Elsa Studio under /studio/, in one page of our own.</summary>
public static class StudioMap
{
    /// <summary>
    /// What Studio's page may load: everything from here, WebAssembly, styles of its component libraries.
    /// </summary>
    public const string Policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private const string NoCache = "no-cache";
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Registers Studio's files: those in the folder "studio" beside the program.</summary>
    public static void AddStudio(this IServiceCollection parts) =>
        parts.AddSingleton(new StudioFolder(Path.Combine(AppContext.BaseDirectory, "studio")));

    /// <summary>Maps /studio/ and everything below it.</summary>
    public static void MapStudio(this IEndpointRouteBuilder routes)
    {
        var files = routes.ServiceProvider.GetRequiredService<StudioFolder>();
        var own = OwnFiles();
        routes.MapGet("/studio/{**path}",
            (HttpContext context, string? path) => Answer(context, path ?? "", files, own));
    }

    private static IResult Answer(
        HttpContext context, string path, StudioFolder files, Dictionary<string, OwnFile> own)
    {
        if (path.Length == 0 && !context.Request.Path.Value!.EndsWith('/'))
            return Results.Redirect("/studio/" + context.Request.QueryString);
        if (path.StartsWith("own/", StringComparison.Ordinal))
            return own.TryGetValue(path["own/".Length..], out var file) ? Send(context, file) : Results.NotFound();
        if (files.Find(path) is { } found) return Send(context, found);
        if (!IsPage(path)) return Results.NotFound();
        return Send(context, own[files.IsInstalled ? "studio.html" : "missing.html"]);
    }

    private static bool IsPage(string path) =>
        path.Length == 0 || path.StartsWith("workflows/", StringComparison.Ordinal)
        && !path.Contains("..", StringComparison.Ordinal);

    private static IResult Send(HttpContext context, StudioFile file)
    {
        var encoding = file.EncodingFor(context.Request.Headers.AcceptEncoding.ToString());
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = file.IsFingerprinted ? ForEver : NoCache;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        if (encoding is not null) headers.ContentEncoding = encoding;
        return Results.File(
            file.PathOf(encoding), file.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{file.Tag}-{encoding ?? "plain"}\""));
    }

    private static IResult Send(HttpContext context, OwnFile file)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = NoCache;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        return Results.Bytes(file.Content, file.ContentType, entityTag: new EntityTagHeaderValue(file.Tag));
    }

    private static Dictionary<string, OwnFile> OwnFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("studio/", StringComparison.Ordinal))
            .ToDictionary(
                name => name["studio/".Length..], name => OwnFile.Read(assembly, name), StringComparer.Ordinal);
    }
}
