using System.Collections.Immutable;
using System.Globalization;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Storage;
using Letter = Procedures.Execution.Letter;

namespace Procedures.Runtime;

/// <summary>Writes out the letters that a step asks for, one for each address and language.</summary>
/// <remarks>
/// Never stops a step: a letter that has no addressee or cannot be written becomes a row that says so to a person.
/// </remarks>
public sealed class LetterWriter(
    IAddressBooks books, LetterTemplates templates, Institution institution, LetterSettings settings,
    LetterIncidents? incidents = null, CandidateAddresses? candidates = null)
{
    private readonly ProcedureJson _json = new(_ => null);

    /// <summary>The rows of the step's letters, to be stored with it.</summary>
    public async Task<WrittenLetters> WriteAsync(Step step, CancellationToken cancel = default)
    {
        if (step.Letters.IsEmpty) return WrittenLetters.None;
        var book = await books.AddressBookAsync(cancel: cancel);
        return new WrittenLetters(await WriteAsync(step, book, cancel), book.Revision);
    }

    private async Task<ImmutableArray<StoredLetter>> WriteAsync(Step step, AddressBook book, CancellationToken cancel)
    {
        var rows = ImmutableArray.CreateBuilder<StoredLetter>();
        var broken = new List<LetterTemplateException>();
        await templates.RefreshAsync(cancel);
        var contacts = await ContactsAsync(step, book, cancel);
        foreach (var written in step.Letters)
        {
            var letter = IsAskedOfAll(step, written) ? written with { Outcomes = [] } : written;
            var cc = letter.CopyTo is { } copy && copy != letter.To ? contacts[copy] : [];
            rows.AddRange(Write(step, letter, contacts[letter.To], cc, broken));
        }
        foreach (var file in broken.GroupBy(b => b.File))
            if (incidents is not null)
                await incidents.RecordAsync(file.Last(), file.Count(), step.After.ChangedAt, cancel);
        return rows.ToImmutable();
    }

    private async Task<Dictionary<string, ImmutableArray<Contact>>> ContactsAsync(
        Step step, AddressBook book, CancellationToken cancel)
    {
        var contacts = step.Letters.Select(l => l.To).Concat(step.Letters.Select(l => l.CopyTo).OfType<string>())
            .Distinct(StringComparer.Ordinal).ToDictionary(body => body, book.Of, StringComparer.Ordinal);
        if (candidates is null || !contacts.ContainsKey(CandidateAddresses.Body)) return contacts;
        // Candidates are persons of one file; a contact for all of them counts only while nobody is known there.
        var persons = await candidates.WrittenToAsync(step.After, cancel);
        if (!persons.IsEmpty)
            contacts[CandidateAddresses.Body] =
                [.. persons.Select(p => new Contact(CandidateAddresses.Body, p.Name, p.Address, p.Language))];
        return contacts;
    }

    // What is asked of all governments at once is one step, and not for one of them to end: its letters offer no
    // outcome and, therefore, no link to answer by. The secretariat records what comes of it.
    private bool IsAskedOfAll(Step step, Letter letter) =>
        step.After.FindWait(letter.Wait)?.Assignment?.Body is { } code
        && institution.Bodies.TryGetValue(code, out var body) && body.IsPerState;

    /// <summary>Writes a letter anew that had no address when its step was taken.</summary>
    /// <param name="now">UTC: the moment that the letter bears.</param>
    /// <returns>Nothing when there still is no contact.</returns>
    public async Task<ImmutableArray<StoredLetter>> RewriteAsync(
        StoredLetter unaddressed, Procedure procedure, DateTimeOffset now, CancellationToken cancel = default)
    {
        var standing = procedure with { ChangedAt = now };
        var step = new Step(standing, standing) { Letters = [_json.ReadLetter(unaddressed.Logical)] };
        var rows = await WriteAsync(step, await books.AddressBookAsync(anew: true, cancel), cancel);
        if (unaddressed.Body != CandidateAddresses.Body) return rows.Any(row => row.Address.Length == 0) ? [] : rows;
        // Each candidate's letter waits for itself; the others have theirs.
        if (unaddressed.ContactName.Length > 0) rows = [.. rows.Where(r => r.ContactName == unaddressed.ContactName)];
        return rows.Any(row => row.Address.Length > 0) ? rows : [];
    }

    private IEnumerable<StoredLetter> Write(
        Step step, Letter letter, ImmutableArray<Contact> to, ImmutableArray<Contact> cc,
        List<LetterTemplateException> broken)
    {
        var logical = _json.Write(letter);
        // A candidate's address is nobody else's business: each letter shows its own reader only.
        var isPrivate = letter.To == CandidateAddresses.Body;
        var shown = new ShownAddressees(
            isPrivate ? [] : [.. to.Select(BoxOf)], isPrivate ? [] : [.. cc.Select(BoxOf)]).ToJson();
        foreach (var person in to.Where(c => c.Address.Length == 0))
            yield return NotSent(Draft(step, letter, logical, person, Language.English), NoAddress(person.Name));
        if (to.IsEmpty)
        {
            var nobody = new Contact(letter.To, "", "", ContactLanguage.English);
            yield return NotSent(Draft(step, letter, logical, nobody, Language.English), NoContact(letter.To));
        }
        var readers = to.Where(c => c.Address.Length > 0).Select(c => (Contact: c, IsCopy: false))
            .Concat(cc.Select(c => (Contact: c, IsCopy: true)));
        SharedLetter? shared = null;
        foreach (var (contact, isCopy) in readers)
            foreach (var language in LanguagesOf(contact))
            {
                var row = Draft(step, letter, logical, contact, language) with { IsCopy = isCopy, Shown = shown };
                shared ??= new SharedLetter(ContentOf(step, letter, row, cc.FirstOrDefault()?.Address), templates);
                var withCalendar = language == LanguagesOf(contact)[0] && !isCopy;
                yield return Filled(step, letter, shared, row, withCalendar, broken);
            }
    }

    private LetterContent ContentOf(Step step, Letter letter, StoredLetter row, string? owner) =>
        new(step, ReminderHours.AsOfLeaving(row, letter, settings), institution, settings) { OwnerAddress = owner };

    private static StoredLetter NotSent(StoredLetter row, Bilingual error) =>
        row with { State = LetterState.NotSent, EndedAt = row.WrittenAt, Error = error };

    private StoredLetter Draft(Step step, Letter letter, string logical, Contact contact, Language language)
    {
        var occasion = OccasionOf(letter);
        var addressee = contact.Address.Length > 0 ? contact.Address
            : contact.Name.Length > 0 ? $"{contact.Body} {contact.Name}" : contact.Body;
        return new StoredLetter
        {
            Id = MessageId.For(step.After.Id, letter.Wait.ToString(CultureInfo.InvariantCulture),
                $"{addressee}|{language}", occasion, settings.Domain),
            ProcedureId = step.After.Id, Wait = letter.Wait, Occasion = occasion, Kind = letter.Kind.ToString(),
            Body = contact.Body, ContactName = contact.Name, Address = contact.Address, Language = language,
            Subject = "", Text = "", Html = "", IsConfidential = letter.IsConfidential, Logical = logical,
            WrittenAt = step.After.ChangedAt,
        };
    }

    private StoredLetter Filled(
        Step step, Letter letter, SharedLetter shared, StoredLetter row, bool withCalendar,
        List<LetterTemplateException> broken)
    {
        try
        {
            var reply = ReplyGrant.Of(row, letter) is { } grant ? settings.ReplyLinkTo(grant, row.Language) : null;
            var rendered = shared.In(row.Language, reply);
            if (rendered.Broken is { } problem) broken.Add(problem);
            row = row with
            {
                Subject = rendered.Subject, Text = rendered.Text, Html = rendered.Html,
                Calendar = withCalendar ? CalendarOf(step, letter, shared.Content, row.Language)?.ToJson() : null,
            };
            return row with { NextAttemptAt = ReminderHours.LeavesAt(row, letter, settings) };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The step has happened; that its letter cannot be written is for a person to see, not a reason to undo it.
            return row with
            {
                State = LetterState.NotSent, EndedAt = row.WrittenAt,
                Error = ($"The letter could not be written: {exception.Message}",
                    $"La lettre n'a pu être rédigée : {InFrench(exception)}"),
            };
        }
    }

    private static string InFrench(Exception exception) => exception switch
    {
        LetterTemplateException mistake => mistake.Problem.French,
        SpokenException spoken => spoken.Text.French,
        _ => exception.Message,
    };

    private StoredCalendarEntry? CalendarOf(Step step, Letter letter, LetterContent content, Language language)
    {
        if (letter.Calendar == CalendarMark.None || (letter.LastDay ?? letter.OldLastDay) is not { } day) return null;
        return new StoredCalendarEntry(
            CalendarUid.Of(step.After.Id, letter.Wait, settings.Domain), letter.CalendarSequence, step.After.ChangedAt,
            day, content.CalendarTitleIn(language),
            letter.IsConfidential ? "" : content.ExplanationIn(language), content.IsInvitation ? letter.Place ?? "" : "", content.Link,
            letter.Calendar == CalendarMark.Cancel, letter.IsConfidential) { IsMeeting = content.IsInvitation };
    }

    // After a move the same reminder is another letter: without the sequence it would count as sent already.
    private static string OccasionOf(Letter letter) =>
        letter.CalendarSequence > 1 && letter.Kind is not (LetterKind.DeadlineMoved or LetterKind.Withdrawn)
            ? string.Create(CultureInfo.InvariantCulture, $"{letter.Occasion}.{letter.CalendarSequence}")
            : letter.Occasion;

    private static Language[] LanguagesOf(Contact contact) => contact.Language switch
    {
        ContactLanguage.English => [Language.English],
        ContactLanguage.French => [Language.French],
        _ => [Language.English, Language.French],
    };

    private static Mailbox BoxOf(Contact contact) => new(contact.Name, contact.Address);

    private static Bilingual NoAddress(string candidate) => (
        $"There is no e-mail address for {candidate}. Open the file, choose “Addresses of the candidates”, write it there "
            + "and let the letters that wait be written.",
        $"Il n'y a pas d'adresse électronique pour {candidate}. Ouvrez le dossier, choisissez « Adresses des candidats », "
            + "indiquez-la et faites écrire les lettres en attente.");

    private static Bilingual NoContact(string body) => body == CandidateAddresses.Body
        ? ("No candidate of this file is known by name and address. Open the file, choose “Addresses of the candidates”, "
                + "write them there and let the letters that wait be written.",
            "Aucun candidat de ce dossier n'est connu par nom et adresse. Ouvrez le dossier, choisissez « Adresses des "
                + "candidats », indiquez-les et faites écrire les lettres en attente.")
        :
        ($"There is no contact for {body}.", $"Aucun contact n'est connu pour {body}.");
}
