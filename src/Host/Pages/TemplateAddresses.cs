using Procedures.Forms;
using Procedures.Letters;
using Procedures.Runtime;

namespace Procedures.Pages;

/// <summary>Answers the addresses of letter templates: see them, edit them, try them out.</summary>
internal static class TemplateAddresses
{
    /// <summary>The field of the editor.</summary>
    public const string TextField = "text";

    public static async Task<IResult> List(
        HttpContext context, Visits visits, LetterTexts texts, LetterIncidents incidents, CancellationToken cancel) =>
        Answers.Page<TemplatesPage>(visits.Of(context), ("Texts", texts),
            ("Incidents", await incidents.AllAsync(cancel)));

    public static IResult Show(HttpContext context, string file, Visits visits, LetterTexts texts)
    {
        var visit = visits.Of(context);
        if (!LetterTemplates.Files.Contains(file)) return Answers.NotFound(visit);
        return Page(visit, file, texts, texts.Shown(file), context.Request);
    }

    public static async Task<IResult> Save(
        HttpContext context, string file, Visits visits, LetterTexts texts, LetterIncidents incidents,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (!LetterTemplates.Files.Contains(file)) return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var text = posted[$"f.{TextField}"].ToString().ReplaceLineEndings("\n");
        switch (posted["act"].ToString())
        {
            case "restore":
                texts.Restore(file);
                if (texts.MistakeIn(file) is null) await incidents.ForgetAsync(file, cancel);
                return Results.Redirect(visit.To($"templates/{file}"));
            case "save":
                try
                {
                    texts.Save(file, text);
                }
                catch (LetterTemplateException)
                {
                    return Page(visit, file, texts, text, context.Request);
                }
                await incidents.ForgetAsync(file, cancel);
                return Results.Redirect(visit.To($"templates/{file}?saved=1"));
            default:
                return Page(visit, file, texts, text, context.Request);
        }
    }

    private static IResult Page(Visit visit, string file, LetterTexts texts, string text, HttpRequest request)
    {
        RenderedLetter? preview = null;
        FieldProblem? problem = null;
        try
        {
            preview = LetterTemplates.Preview(file, text, TemplateSample.In(LetterTemplates.LanguageOf(file)));
        }
        catch (LetterTemplateException mistake)
        {
            problem = new(TextField, (
                $"Line {mistake.Line}, column {mistake.Column}: {mistake.Problem.English}",
                $"Ligne {mistake.Line}, colonne {mistake.Column} : {mistake.Problem.French}"));
        }
        (string, object?)[] given =
        [
            ("File", file), ("Text", text), ("Preview", preview), ("Problem", problem), ("Saved", request.Query["saved"] == "1"),
            ("IsOwn", texts.IsOwn(file)), ("OnDisk", texts.MistakeIn(file)),
        ];
        return problem is null || HttpMethods.IsGet(request.Method) 
            ? Answers.Page<TemplatePage>(visit, given)
            : Answers.Wrong<TemplatePage>(visit, given);
    }
}
