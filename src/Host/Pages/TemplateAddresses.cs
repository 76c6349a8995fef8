using System.Globalization;
using Procedures.Forms;
using Procedures.Letters;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>
/// Answers the addresses of letter templates: see them, edit them, try them out, bring an earlier one back.
/// </summary>
internal static class TemplateAddresses
{
    /// <summary>The field of the editor.</summary>
    public const string TextField = "text";

    /// <summary>The field that says with which text the editor began.</summary>
    public const string FollowsField = "follows";

    public static async Task<IResult> List(
        HttpContext context, Visits visits, LetterTexts texts, LetterIncidents incidents, CancellationToken cancel)
    {
        await texts.LoadAsync(cancel);
        return Answers.Page<TemplatesPage>(visits.Of(context), ("Texts", texts),
            ("Incidents", await incidents.AllAsync(cancel)));
    }

    /// <param name="number">An earlier text to begin with; without it the one that counts.</param>
    public static async Task<IResult> Show(
        HttpContext context, string file, int? number, Visits visits, LetterTexts texts, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (!LetterTemplates.Files.Contains(file)) return Answers.NotFound(visit);
        await texts.LoadAsync(cancel);
        var sheet = await SheetAsync(file, texts, cancel);
        if (number is null) return Page(context, visit, sheet with { Text = texts.Shown(file) });
        return sheet.History.FirstOrDefault(t => t.Number == number) is { Content: { } earlier }
            ? Page(context, visit, sheet with { Text = earlier, Earlier = number })
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Save(
        HttpContext context, string file, Visits visits, LetterTexts texts, LetterIncidents incidents,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (!LetterTemplates.Files.Contains(file)) return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var sheet = await SheetAsync(file, texts, cancel) with
        {
            Text = posted[$"f.{TextField}"].ToString().ReplaceLineEndings("\n"),
            Clerk = posted[OpeningAddresses.ClerkField].ToString().Trim(),
            Follows = int.TryParse(posted[FollowsField], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? n : 0,
        };
        var act = posted["act"].ToString();
        if (act is not ("save" or "restore")) return Page(context, visit, sheet);
        if (sheet.Clerk.Length == 0) return Page(context, visit, sheet with { Problem = TemplatePage.NoClerk });
        Visits.Remember(context, sheet.Clerk);
        try
        {
            var kept = act == "restore"
                ? await texts.RestoreAsync(file, sheet.Clerk, sheet.Follows, cancel)
                : await texts.SaveAsync(file, sheet.Text, sheet.Clerk, sheet.Follows, cancel);
            if (!kept) return Page(context, visit, sheet with { Problem = TemplatePage.Overtaken });
        }
        catch (LetterTemplateException)
        {
            return Page(context, visit, sheet);
        }
        if (texts.MistakeIn(file) is null) await incidents.ForgetAsync(file, cancel);
        return Results.Redirect(visit.To($"templates/{file}{(act == "save" ? "?saved=1" : "")}"));
    }

    private static async Task<TemplateSheet> SheetAsync(string file, LetterTexts texts, CancellationToken cancel) =>
        new(file, await texts.HistoryAsync(file, cancel))
        {
            Follows = texts.Edited(file)?.Number ?? 0, IsOwn = texts.IsOwn(file), Mistake = texts.MistakeIn(file),
        };

    private static IResult Page(HttpContext context, Visit visit, TemplateSheet sheet)
    {
        RenderedLetter? preview = null;
        var problem = sheet.Problem;
        try
        {
            preview = LetterTemplates.Preview(
                sheet.File, sheet.Text, TemplateSample.In(LetterTemplates.LanguageOf(sheet.File)));
        }
        catch (LetterTemplateException mistake)
        {
            problem = new(TextField, (
                $"Line {mistake.Line}, column {mistake.Column}: {mistake.Problem.English}",
                $"Ligne {mistake.Line}, colonne {mistake.Column} : {mistake.Problem.French}"));
        }
        (string, object?)[] given =
        [
            ("Sheet", sheet with { Clerk = sheet.Clerk.Length > 0 ? sheet.Clerk : visit.Clerk, Problem = problem }),
            ("Preview", preview), ("Saved", context.Request.Query["saved"] == "1"),
        ];
        return problem is null || HttpMethods.IsGet(context.Request.Method)
            ? Answers.Page<TemplatePage>(visit, given)
            : Answers.Wrong<TemplatePage>(visit, given);
    }
}
