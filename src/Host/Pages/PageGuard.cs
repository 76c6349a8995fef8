using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Primitives;

namespace Procedures.Pages;

/// <summary>Stands before every page: content policy, no caching, and no post without its token.</summary>
public sealed class PageGuard(IAntiforgery antiforgery, Visits visits) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PagePolicy;
        http.Response.OnStarting(() =>
        {
            // Pages with a form have been marked already when their token was made.
            if (http.Response.Headers.CacheControl.Count == 0) http.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        if (!HttpMethods.IsPost(http.Request.Method)) return await next(context);
        if (!await IsReadableAsync(http.Request)) return Answers.Refused(visits.Of(http));
        if (!await antiforgery.IsRequestValidAsync(http)) return Answers.Refused(visits.Of(http));
        return visits.Of(http) is { Practice: not null } visit && visit.Path != PracticeAddresses.Place
            ? await PracticeAddresses.TakeInTurnAsync(visit, () => next(context), http.RequestAborted)
            : await next(context);
    }

    // A form of more fields than any page has, or one that breaks off, is no form of ours. U+0000 is typed by nobody
    // and kept by no PostgreSQL: it is left out.
    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return false;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            if (form.Any(field => field.Value.Any(HasNothing)))
                request.Form = new FormCollection(form.ToDictionary(field => field.Key, field => new StringValues(
                    [.. field.Value.Select(text => text?.Replace("\0", "", StringComparison.Ordinal))])), form.Files);
            return true;
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }

    private static bool HasNothing(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
