namespace Procedures.Api;

/// <summary>Keeps other sites from making a browser change something here.</summary>
/// <remarks>
/// Studio cannot send an anti-forgery token. A browser says itself where a request comes from (Fetch Metadata,
/// RFC 6454 Origin); programs that are no browsers send neither header.
/// </remarks>
internal static class ApiGuard
{
    public static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        return IsSafe(request.Method) || IsOwn(request)
            ? next(call)
            : ValueTask.FromResult<object?>(Refusal());
    }

    public static IResult Refusal() =>
        ApiJson.Problem(StatusCodes.Status403Forbidden, ["This request comes from another site."]);

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>Whether the request comes from our own pages, or from no browser at all.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none")) return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
