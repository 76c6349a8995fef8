using System.Text;
using Procedures.Mandates;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses at which the register is taken in from a file and given out as one.</summary>
internal static class MandateFileAddresses
{
    private const int Longest = 4_000_000;
    private static readonly LineProblem Raced = new(0, "", (
        "Somebody has changed the register at the same moment: import the file again.",
        "Le registre a été modifié au même moment : importez le fichier à nouveau."));

    public static IResult Show(HttpContext context, Visits visits)
    {
        var visit = visits.Of(context);
        return Answers.Page<ImportPage>(visit, ("Clerk", visit.Clerk));
    }

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
        var clerk = form[OpeningAddresses.ClerkField].ToString().Trim();
        var register = await store.MandatesAsync(cancel: cancel);
        var csv = new MandateCsv(offices, visit.Institution.States);
        var sheet = csv.Over(csv.Read(text), register);
        if (!sheet.IsWhole || clerk.Length == 0)
            return Answers.Wrong<ImportPage>(visit, ("Sheet", sheet.IsWhole ? null : sheet), ("Text", text),
                ("Clerk", clerk),
                ("Nameless", clerk.Length == 0));
        var known = register.ToDictionary(m => m.Key, StringComparer.Ordinal);
        var changes = MandateChanges.Of(sheet, known, clerk, visit.Now);
        if (!await store.ChangeMandatesAsync(changes, cancel))
            return Answers.Wrong<ImportPage>(visit, ("Text", text), ("Clerk", clerk),
                ("Sheet", new MandateSheet([], [Raced])));
        Visits.Remember(context, clerk);
        watch.Work.Raise();
        return Answers.Page<ImportPage>(visit, ("Sheet", sheet), ("Changed", changes.Length));
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
