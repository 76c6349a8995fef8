using System.Collections.Immutable;
using Procedures.Forms;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the address at which the e-mail addresses of a file's candidates are written down.</summary>
internal static class CandidateAddressPages
{
    private const int MostRows = 200;
    private const int MostLetters = 1000;

    public static async Task<IResult> Show(
        HttpContext context, string id, Visits visits, IProcedureStore store, CandidateAddresses candidates,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await RowsAsync(id, store, candidates, cancel) is { } rows
            ? Answers.Page<CandidatesPage>(visit, ("Id", id), ("Rows", rows), ("Clerk", visit.Clerk),
                ("Waiting", (await WaitingAsync(id, store, cancel)).Length),
                ("Saved", context.Request.Query["saved"] == "1"))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Save(
        HttpContext context, string id, Visits visits, IProcedureStore store, CandidateAddresses candidates,
        Conductor conductor, Postman postman, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await RowsAsync(id, store, candidates, cancel) is null) return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var rows = Read(posted);
        var clerk = posted[OpeningAddresses.ClerkField].ToString().Trim();
        var problems = Problems(rows, clerk);
        if (!problems.IsEmpty)
            return Answers.Wrong<CandidatesPage>(visit, ("Id", id), ("Rows", rows), ("Clerk", clerk),
                ("Problems", problems), ("Waiting", (await WaitingAsync(id, store, cancel)).Length));
        foreach (var known in await candidates.OfAsync(id, cancel))
            if (rows.All(r => r.Name != known.Name)) await candidates.ForgetAsync(id, known.Name, cancel);
        foreach (var row in rows) await candidates.SaveAsync(id, row.ToCandidate(clerk, visit.Now), cancel);
        Visits.Remember(context, clerk);
        if (posted["act"] == "write")
        {
            foreach (var letter in await WaitingAsync(id, store, cancel))
                await conductor.ReaddressAsync(letter.Id, cancel);
            postman.Work.Raise();
        }
        return Results.Redirect(visit.To($"procedures/{id}/candidates?saved=1"));
    }

    private static ImmutableArray<CandidateEntry> Read(IFormCollection posted)
    {
        var rows = ImmutableArray.CreateBuilder<CandidateEntry>();
        for (var row = 0; row < MostRows && posted.ContainsKey($"f.candidates.{row}.name"); row++)
        {
            string Text(string part) => posted[$"f.candidates.{row}.{part}"].ToString().Trim();
            var entry = new CandidateEntry(
                Text("name"), Text(CandidateEntry.AddressPart), Text(CandidateEntry.LanguagePart));
            if (entry.Name.Length + entry.Address.Length > 0) rows.Add(entry);
        }
        return rows.ToImmutable();
    }

    private static ImmutableArray<FieldProblem> Problems(ImmutableArray<CandidateEntry> rows, string clerk)
    {
        var problems = rows.Where(r => r.Name.Length > 0).Select(r => r.Problem).OfType<Bilingual>()
            .Select(p => new FieldProblem(CandidatesPage.Field, p)).ToList();
        if (rows.Any(r => r.Name.Length == 0))
            problems.Add(new(CandidatesPage.Field,
                ("Write the name beside each address.", "Écrivez le nom à côté de chaque adresse.")));
        if (rows.GroupBy(r => r.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            problems.Add(new(CandidatesPage.Field, (
                $"{twice.Key} stands there twice.", $"{twice.Key} y figure deux fois.")));
        if (clerk.Length == 0)
            problems.Add(new(OpeningAddresses.ClerkField,
                ("Recorded by: give your name.", "Enregistré par : indiquez votre nom.")));
        return [.. problems];
    }

    // Whoever is written down, then whoever stands on the list of candidates and is not.
    private static async Task<ImmutableArray<CandidateEntry>?> RowsAsync(
        string id, IProcedureStore store, CandidateAddresses candidates, CancellationToken cancel)
    {
        if (await store.LoadAsync(id, cancel) is not { } procedure) return null;
        var known = await candidates.OfAsync(id, cancel);
        var rows = known.Select(c => new CandidateEntry(c.Name, c.Address, ContactEntry.WordOf(c.Language)));
        var others = CandidateAddresses.NamesIn(procedure).Where(name => known.All(c => c.Name != name));
        return [.. rows, .. others.Select(name => new CandidateEntry(name, "", "both"))];
    }

    private static async Task<ImmutableArray<StoredLetter>> WaitingAsync(
        string id, IProcedureStore store, CancellationToken cancel)
    {
        var root = ProcedureTree.RootOf(id);
        var unsent = await store.LettersAsync(
            new LetterFilter { States = [LetterState.NotSent] }, new PageRequest(0, MostLetters), cancel);
        return [.. unsent.Items.Where(l => l.Body == CandidateAddresses.Body && l.Address.Length == 0
            && ProcedureTree.RootOf(l.ProcedureId) == root)];
    }
}
