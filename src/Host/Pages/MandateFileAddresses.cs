using System.Text;
using Procedures.Mandates;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses at which the register is taken in from a file and given out as one.</summary>
internal static class MandateFileAddresses
{
    private const int Longest = 4_000_000;

    public static IResult Show(HttpContext context, Visits visits) =>
        Answers.Page<ImportPage>(visits.Of(context));

    public static async Task<IResult> Take(
        HttpContext context, Visits visits, IProcedureStore store, Offices offices, MandateWatch watch,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var form = await context.Request.ReadFormAsync(cancel);
        var text = await TextAsync(form, cancel);
        if (text is null)
            return Answers.Wrong<ImportPage>(visit, ("Sheet", new MandateSheet([], [new LineProblem(0, "", (
                "The file is larger than four megabytes.", "Le fichier dépasse quatre mégaoctets."))])));
        var sheet = new MandateCsv(offices, visit.Institution.States).Read(text);
        if (!sheet.IsWhole) return Answers.Wrong<ImportPage>(visit, ("Sheet", sheet), ("Text", text));
        await store.SaveMandatesAsync(sheet.Mandates, cancel);
        watch.Work.Raise();
        return Answers.Page<ImportPage>(visit, ("Sheet", sheet));
    }

    public static async Task<IResult> Export(IProcedureStore store, CancellationToken cancel)
    {
        var text = MandateCsv.Write(await store.MandatesAsync(cancel: cancel));
        // Spreadsheets take a file for UTF-8 only when it says so.
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8",
            "mandates.csv");
    }

    private static async Task<string?> TextAsync(IFormCollection form, CancellationToken cancel)
    {
        if (form.Files.GetFile("f.file") is not { Length: > 0 } file) return form["f.text"].ToString();
        if (file.Length > Longest) return null;
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }
}
