using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Procedures.Pages;

/// <summary>The answers that page addresses give: a page, or one that says why there is none.</summary>
public static class Answers
{
    /// <summary>A page with its parameters.</summary>
    public static IResult Page<TPage>(Visit visit, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Page<TPage>(StatusCodes.Status200OK, visit, parameters);

    /// <summary>A page whose form has errors.</summary>
    public static IResult Wrong<TPage>(Visit visit, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Page<TPage>(StatusCodes.Status422UnprocessableEntity, visit, parameters);

    /// <summary>The form cannot be taken at this moment; nothing has changed.</summary>
    public static IResult Conflict<TPage>(Visit visit, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Page<TPage>(StatusCodes.Status409Conflict, visit, parameters);

    public static IResult NotFound(Visit visit) => Page<NotFoundPage>(StatusCodes.Status404NotFound, visit, []);

    /// <summary>Whoever asks may not see this, and is not told why.</summary>
    public static IResult Forbidden<TPage>(Visit visit) where TPage : IComponent =>
        Page<TPage>(StatusCodes.Status403Forbidden, visit, []);

    /// <summary>The post had no token: it came from another site, or from a page of long ago.</summary>
    public static IResult Refused(Visit visit) => Page<RefusedPage>(StatusCodes.Status400BadRequest, visit, []);

    /// <summary>The program failed; the reason stands in the log.</summary>
    public static IResult Failed(Visit visit) => Page<ErrorPage>(StatusCodes.Status500InternalServerError, visit, []);

    private static RazorComponentResult<TPage> Page<TPage>(
        int status, Visit visit, (string Name, object? Value)[] parameters) where TPage : IComponent
    {
        var given = parameters.ToDictionary(p => p.Name, p => p.Value);
        given["Visit"] = visit;
        return new RazorComponentResult<TPage>(given) { StatusCode = status };
    }
}
