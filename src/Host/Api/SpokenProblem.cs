using Procedures.Pages;

namespace Procedures.Api;

/// <summary>A refusal in the language that the reader's browser asks for.</summary>
internal sealed class SpokenProblem(int status, Bilingual sentence) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Vary = "Accept-Language";
        return ApiJson.Problem(status, [sentence.In(Visits.Preferred(httpContext.Request))]).ExecuteAsync(httpContext);
    }
}
