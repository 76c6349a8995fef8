using System.Collections.Immutable;
using System.Text;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses of contacts: who receives the letters of which body.</summary>
internal static class ContactAddresses
{
    /// <summary>The field of the import form.</summary>
    public const string TableField = "table";

    public static async Task<IResult> List(
        HttpContext context, Visits visits, IProcedureStore store, CancellationToken cancel) =>
        await ListAsync(context, visits.Of(context), store, "", [], cancel);

    public static async Task<IResult> Export(IProcedureStore store, CancellationToken cancel) => Results.File(
        Encoding.UTF8.GetBytes("\uFEFF" + ContactCsv.Write(await store.ContactsAsync(cancel: cancel))),
        "text/csv; charset=utf-8", "contacts.csv");

    /// <summary>Takes a whole table or nothing of it.</summary>
    public static async Task<IResult> Import(
        HttpContext context, Visits visits, IProcedureStore store, Conductor conductor, Postman postman,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var posted = await context.Request.ReadFormAsync(cancel);
        if (posted["act"] == "waiting") return await WriteWaitingAsync(visit, store, conductor, postman, cancel);
        var text = posted[$"f.{TableField}"].ToString();
        var (contacts, problems) = ContactCsv.Read(text, visit.Institution);
        if (problems.IsEmpty && contacts.IsEmpty)
            problems = [("The table holds no contact.", "Le tableau ne contient aucun contact.")];
        if (!problems.IsEmpty) return await ListAsync(context, visit, store, text, problems, cancel);
        foreach (var contact in contacts) await store.SaveContactAsync(contact, cancel);
        return Results.Redirect(visit.To($"contacts?taken={contacts.Length}"));
    }

    public static async Task<IResult> Show(
        HttpContext context, string? body, string? address, Visits visits, IProcedureStore store,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (string.IsNullOrEmpty(address))
            return Answers.Page<ContactPage>(visit, ("Entry", ContactEntry.Empty with { Body = body ?? "" }));
        return await FindAsync(store, body ?? "", address, cancel) is { } contact
            ? Answers.Page<ContactPage>(visit, ("Entry", ContactEntry.Of(contact)), ("IsKnown", true))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Save(
        HttpContext context, string? body, string? address, Visits visits, IProcedureStore store,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        var posted = await context.Request.ReadFormAsync(cancel);
        var known = string.IsNullOrEmpty(address) ? null : await FindAsync(store, body ?? "", address, cancel);
        if (known is null && !string.IsNullOrEmpty(address)) return Answers.NotFound(visit);
        if (posted["act"] == "remove" && known is not null)
        {
            await store.DeleteContactAsync(known.Body, known.Address, cancel);
            return Results.Redirect(visit.To("contacts"));
        }
        var entry = ContactEntry.Read(posted);
        var problems = entry.Problems(visit.Institution);
        if (!problems.IsEmpty)
            return Answers.Wrong<ContactPage>(
                visit, ("Entry", entry), ("IsKnown", known is not null), ("Problems", problems));
        await store.SaveContactAsync(entry.ToContact(), cancel);
        // Body and address say which contact it is: with another one of them it is a new one, and the old one goes.
        if (known is not null && (known.Body, known.Address) != (entry.Body, entry.Address))
            await store.DeleteContactAsync(known.Body, known.Address, cancel);
        return Results.Redirect(visit.To("contacts"));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, Visit visit, IProcedureStore store, string table, ImmutableArray<Bilingual> problems,
        CancellationToken cancel)
    {
        var contacts = await store.ContactsAsync(cancel: cancel);
        (string, object?)[] given =
        [
            ("Contacts", contacts), ("Query", context.Request.Query["q"].ToString()), ("Table", table),
            ("Problems", problems), ("Waiting", await WaitingAsync(store, cancel)),
            ("Missing", await MissingContacts.OfAsync(store, contacts, cancel)),
            ("Taken", int.TryParse(context.Request.Query["taken"], out var taken) ? taken : 0),
        ];
        return problems.IsEmpty ? Answers.Page<ContactsPage>(visit, given) : Answers.Wrong<ContactsPage>(visit, given);
    }

    private static async Task<IResult> WriteWaitingAsync(
        Visit visit, IProcedureStore store, Conductor conductor, Postman postman, CancellationToken cancel)
    {
        foreach (var letter in await WaitingAsync(store, cancel)) await conductor.ReaddressAsync(letter.Id, cancel);
        postman.Work.Raise();
        return Results.Redirect(visit.To("contacts"));
    }

    // Letters that were written to a body without a contact.
    private static async Task<ImmutableArray<StoredLetter>> WaitingAsync(IProcedureStore store,
        CancellationToken cancel)
    {
        var unsent = await store.LettersAsync(
            new LetterFilter { States = [LetterState.NotSent] }, new PageRequest(0, 1000), cancel);
        return [.. unsent.Items.Where(l => l.Address.Length == 0)];
    }

    private static async Task<Contact?> FindAsync(
        IProcedureStore store, string body, string address, CancellationToken cancel) =>
        (await store.ContactsAsync(body, cancel)).FirstOrDefault(c => c.Address == address);
}
