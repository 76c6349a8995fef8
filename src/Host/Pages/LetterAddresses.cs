using System.Collections.Immutable;
using Procedures.Letters;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Answers the addresses of letters.</summary>
internal static class LetterAddresses
{
    // A letter's own page is shown as it was sent, with its own styles and nothing that runs.
    private const string LetterPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    public static async Task<IResult> List(
        HttpContext context, Visits visits, IProcedureStore store, LetterIncidents incidents, CancellationToken cancel)
    {
        var state = context.Request.Query["state"].ToString();
        var number = ProcedureSearch.NumberIn(context.Request.Query);
        var filter = Enum.TryParse<LetterState>(state, ignoreCase: true, out var wanted)
            ? new LetterFilter { States = [wanted] }
            : LetterFilter.All;
        var rows = await store.LettersAsync(filter, new PageRequest((number - 1) * Paging.Size, Paging.Size), cancel);
        var doubtful = await store.LettersAsync(
            new LetterFilter { States = [LetterState.NotKnown, LetterState.NotSent] }, PageRequest.First, cancel);
        var pending = await store.LettersAsync(
            new LetterFilter { States = [LetterState.Pending] }, PageRequest.First, cancel);
        return Answers.Page<LettersPage>(visits.Of(context),
            ("Waiting", pending.Items.Where(l => l.Attempts > 0 && l.Error.English.Length > 0).ToImmutableArray()),
            ("Rows", rows), ("State", state), ("Number", number),
            ("Incidents", await incidents.AllAsync(cancel)),
            ("Doubtful", filter == LetterFilter.All && number == 1
                ? doubtful.Items.Where(l => l is not { State: LetterState.NotSent, ResolvedBy: not null })
                    .OrderByDescending(l => l.State).ToImmutableArray()
                    : ImmutableArray<StoredLetter>.Empty));
    }

    public static async Task<IResult> Show(
        HttpContext context, string key, Visits visits, IProcedureStore store, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        return await FindAsync(store, key, cancel) is { } letter
            ? Answers.Page<LetterPage>(visit, ("Letter", letter), ("Clerk", visit.Clerk))
            : Answers.NotFound(visit);
    }

    public static async Task<IResult> Decide(
        HttpContext context, string key, Visits visits, IProcedureStore store, Postman postman, Conductor conductor,
        CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (await FindAsync(store, key, cancel) is not { } letter) return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var clerk = posted[OpeningAddresses.ClerkField].ToString().Trim();
        if (clerk.Length == 0)
            return Answers.Wrong<LetterPage>(visit, ("Letter", letter), ("Clerk", ""), ("Problem", LetterPage.NoClerk));
        Visits.Remember(context, clerk);
        var done = posted["act"].ToString() switch
        {
            "again" when letter is { State: LetterState.NotSent, Address: "" } =>
                await conductor.ReaddressAsync(letter.Id, cancel),
            "again" when letter.State == LetterState.NotSent => await postman.ResendAsync(letter.Id, clerk, cancel),
            "again" => await postman.ResolveNotKnownAsync(letter.Id, NotKnownResolution.Resend, clerk, cancel),
            "sent" => await postman.ResolveNotKnownAsync(letter.Id, NotKnownResolution.ConsiderSent, clerk, cancel),
            _ => false,
        };
        if (done) postman.Work.Raise();
        // A letter that had no address has been replaced by one for each contact.
        return done
            ? Results.Redirect(visit.To(letter.Address.Length > 0
                ? $"letters/{LetterKey.Of(letter.Id)}" : $"procedures/{letter.ProcedureId}"))
            : Answers.Wrong<LetterPage>(
                visit, ("Letter", letter), ("Clerk", clerk), ("Problem", LetterPage.NotPossible));
    }

    public static async Task<IResult> Html(
        HttpContext context, string key, Visits visits, IProcedureStore store, CancellationToken cancel)
    {
        if (await FindAsync(store, key, cancel) is not { Html.Length: > 0 } letter)
            return Answers.NotFound(visits.Of(context));
        context.Response.Headers.ContentSecurityPolicy = LetterPolicy;
        return Results.Content(letter.Html, "text/html; charset=utf-8");
    }

    public static async Task<IResult> Eml(
        HttpContext context, string key, Visits visits, IProcedureStore store, Postman postman,
        CancellationToken cancel)
    {
        if (await FindAsync(store, key, cancel) is not { Text.Length: > 0 } letter)
            return Answers.NotFound(visits.Of(context));
        var message = postman.MessageOf(letter);
        // A file name tells nothing of the matter: the hash of the letter's identity.
        return message.Defect is null
            ? Results.File(MimeWriter.Write(message), "message/rfc822", LetterFolder.FileName(message))
            : Answers.NotFound(visits.Of(context));
    }

    private static Task<StoredLetter?> FindAsync(IProcedureStore store, string key, CancellationToken cancel) =>
        store.FindLetterAsync(LetterKey.ToMessageId(key), cancel);
}
