using Microsoft.AspNetCore.Antiforgery;

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
        if (!await antiforgery.IsRequestValidAsync(http)) return Answers.Refused(visits.Of(http));
        return visits.Of(http) is { Practice: not null } visit && visit.Path != PracticeAddresses.Place
            ? await PracticeAddresses.TakeInTurnAsync(visit, () => next(context), http.RequestAborted)
            : await next(context);
    }
}
