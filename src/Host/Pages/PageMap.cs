using Microsoft.AspNetCore.DataProtection;

namespace Procedures.Pages;

/// <summary>Every address of the pages.</summary>
public static class PageMap
{
    /// <summary>The addresses below the language segment with the methods that they take.</summary>
    public static readonly IReadOnlyList<(string Method, string Path, Delegate Answer)> Table =
    [
        ("GET", "", Home),
        ("GET", "procedures", ProcedureAddresses.List),
        ("GET", "procedures/new", OpeningAddresses.Choose),
        ("GET", "procedures/new/{definitionId}", OpeningAddresses.Show),
        ("POST", "procedures/new/{definitionId}", OpeningAddresses.Take),
        ("GET", "procedures/{id}", ProcedureAddresses.File),
        ("GET", "procedures/{id}/year", ProcedureAddresses.Year),
        ("GET", "procedures/{id}/discontinue", ProcedureAddresses.ShowDiscontinue),
        ("POST", "procedures/{id}/discontinue", ProcedureAddresses.Discontinue),
        ("GET", "procedures/{id}/version", VersionAddresses.Show),
        ("POST", "procedures/{id}/version", VersionAddresses.Take),
        ("GET", "procedures/{id}/incidents/{activation:int}", IncidentAddresses.Show),
        ("POST", "procedures/{id}/incidents/{activation:int}", IncidentAddresses.Retry),
        ("GET", "procedures/{id}/candidates", CandidateAddressPages.Show),
        ("POST", "procedures/{id}/candidates", CandidateAddressPages.Save),
        ("GET", "procedures/{id}/happened", ActAddresses.List),
        ("GET", "procedures/{id}/happened/{act}", ActAddresses.Show),
        ("POST", "procedures/{id}/happened/{act}", ActAddresses.Take),
        ("GET", "procedures/{id}/tasks/{wait:int}", TaskAddresses.Show),
        ("POST", "procedures/{id}/tasks/{wait:int}", TaskAddresses.Take),
        ("GET", "procedures/{id}/tasks/{wait:int}/receipt", TaskAddresses.Receipt),
        ("GET", "tasks", TaskAddresses.List),
        ("GET", "letters", LetterAddresses.List),
        ("GET", "letters/{key}", LetterAddresses.Show),
        ("POST", "letters/{key}", LetterAddresses.Decide),
        ("GET", "letters/{key}/html", LetterAddresses.Html),
        ("GET", "letters/{key}/eml", LetterAddresses.Eml),
        ("GET", "contacts", ContactAddresses.List),
        ("POST", "contacts", ContactAddresses.Import),
        ("GET", "contacts/export", ContactAddresses.Export),
        ("GET", "contacts/contact", ContactAddresses.Show),
        ("POST", "contacts/contact", ContactAddresses.Save),
        ("GET", "templates", TemplateAddresses.List),
        ("GET", "templates/{file}", TemplateAddresses.Show),
        ("POST", "templates/{file}", TemplateAddresses.Save),
        ("GET", ReplyAddresses.Place + "/{token}", ReplyAddresses.Show),
        ("POST", ReplyAddresses.Place + "/{token}", ReplyAddresses.Take),
        ("GET", "part-sessions", PartSessionAddresses.List),
        ("GET", "part-sessions/{year:int}/{number:int}", PartSessionAddresses.Show),
        ("POST", "part-sessions/{year:int}/{number:int}", PartSessionAddresses.Take),
        ("GET", "mandates", MandateAddresses.List),
        ("GET", "mandates/offices", OfficeAddresses.Show),
        ("POST", "mandates/offices", OfficeAddresses.Take),
        ("GET", "mandates/import", MandateFileAddresses.Show),
        ("POST", "mandates/import", MandateFileAddresses.Take),
        ("GET", "mandates/export", MandateFileAddresses.Export),
        ("GET", "mandates/new", MandateActAddresses.ShowNew),
        ("POST", "mandates/new", MandateActAddresses.TakeNew),
        ("GET", "mandates/{key}", MandateAddresses.Show),
        ("POST", "mandates/{key}", MandateAddresses.Take),
        ("GET", "mandates/{key}/{act}", MandateActAddresses.Show),
        ("POST", "mandates/{key}/{act}", MandateActAddresses.Take),
        ("GET", "definitions", DefinitionAddresses.List),
        ("GET", "definitions/{definitionId}/running", DefinitionAddresses.Running),
        ("GET", "definitions/{definitionId}/texts", DefinitionAddresses.Texts),
        ("GET", "definitions/{definitionId}/texts/{number:long}", DefinitionAddresses.Show),
        ("POST", "definitions/{definitionId}/texts/{number:long}", DefinitionAddresses.BringBack),
        ("GET", "practice", PracticeAddresses.Show),
        ("POST", "practice", PracticeAddresses.Take),
        ("GET", "{**rest}", Nowhere),
    ];

    public static void AddPages(this IServiceCollection parts)
    {
        parts.AddRazorComponents();
        parts.AddAntiforgery(options =>
        {
            options.FormFieldName = "token";
            options.Cookie.Name = "procedures-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        // The keys of the tokens outlive a restart, so that a form that is open at that time can still be sent;
        // several hosts have them in common, so that it can be sent to any.
        parts.AddDataProtection().SetApplicationName("Procedures");
        parts.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<HostSettings, Storage.IProcedureStore, ILoggerFactory>((options, settings, store, log) =>
                options.XmlRepository = settings.Postgres is not null
                    ? new StoredKeys(store)
                    : new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                        Directory.CreateDirectory(Path.Combine(settings.DataFolder, "keys")), log));
        parts.AddSingleton<Visits>();
        parts.AddSingleton<Forecasts>();
        parts.AddSingleton<MandateOpening>();
        parts.AddSingleton<Revisions>();
        parts.AddSingleton<VersionMoves>();
    }

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pages.css", Stylesheet.Answer);
        routes.MapGet("/", (HttpContext context) => Preferred(context, "procedures"));
        // Letters lead to addresses without a language: the reader's browser knows it.
        foreach (var place in (string[])
            ["procedures", "tasks", "letters", "contacts", "templates", "mandates", "definitions", "part-sessions"])
        {
            routes.MapGet($"/{place}", (HttpContext context) => Preferred(context, place));
            routes.MapGet($"/{place}/{{**rest}}", (HttpContext context, string rest) =>
                Preferred(context, $"{place}/{rest}"));
        }
        var pages = routes.MapGroup("/{language:regex(^(en|fr)$)}").AddEndpointFilter<PageGuard>();
        foreach (var (method, path, answer) in Table) pages.MapMethods(path, [method], answer);
    }

    private static IResult Home(HttpContext context) =>
        Results.Redirect($"/{Visit.TagOf(Visits.LanguageOf(context.Request.Path))}/procedures");

    private static IResult Nowhere(HttpContext context, Visits visits) => Answers.NotFound(visits.Of(context));

    private static IResult Preferred(HttpContext context, string path)
    {
        context.Response.Headers.Vary = "Accept-Language";
        var language = Visit.TagOf(Visits.Preferred(context.Request));
        return Results.Redirect($"/{language}/{path}{context.Request.QueryString}");
    }
}
