using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Puts the reminders that one address would receive on one day into one letter.</summary>
/// <remarks>
/// Each reminder keeps its row, its identity and its journal entry. The one letter has an identity of its own, derived
/// from theirs, so that it is the same letter however often it is written. See docs/decisions/0008.
/// </remarks>
public sealed class MergedReminders(
    LetterTemplates templates, LetterSettings settings, LetterIncidents? incidents = null)
{
    private readonly ProcedureJson _json = new(_ => null);

    /// <summary>Whether the letter is a reminder that may wait a moment for others to the same address.</summary>
    public static bool MayWait(StoredLetter letter) =>
        letter is { Calendar: null, Address.Length: > 0, Merged: null }
        && (letter.Kind is nameof(LetterKind.Reminder) or nameof(LetterKind.DueToday) or nameof(LetterKind.Overdue)
            || letter.Kind == nameof(LetterKind.Meeting)
                && letter.Occasion.StartsWith("meeting-", StringComparison.Ordinal));

    /// <summary>
    /// Whether two reminders that are due may travel together: to one address, in one language. A confidential one only
    /// travels with confidential ones of the same body, because a letter is passed on as a whole.
    /// </summary>
    public static bool MayTravelTogether(StoredLetter one, StoredLetter other) =>
        MayWait(one) && MayWait(other)
        && one.Address == other.Address && one.Language == other.Language
        && one.IsConfidential == other.IsConfidential && (!one.IsConfidential || one.Body == other.Body);

    /// <summary>The Message-ID of the letter that holds these reminders; the order of the ids plays no part.</summary>
    public string IdOf(IReadOnlyCollection<StoredLetter> reminders) => MessageId.For(
        "reminders", "", reminders.First().Address,
        string.Join(' ', reminders.Select(r => r.Id).Order(StringComparer.Ordinal)), settings.Domain);

    /// <summary>The one letter. Nobody else is named in its head: each reminder may have had other readers.</summary>
    public async Task<Message> WriteAsync(
        string id, ImmutableArray<StoredLetter> reminders, CancellationToken cancel = default)
    {
        await templates.RefreshAsync(cancel);
        var latest = reminders.MaxBy(r => r.WrittenAt)!;
        var rendered = templates.Render(
            LetterTemplates.FileName(LetterTemplates.Reminders, latest.Language), FieldsOf(reminders, latest));
        if (rendered.Broken is { } broken && incidents is not null)
            await incidents.RecordAsync(broken, 1, latest.WrittenAt, cancel);
        return new Message
        {
            MessageId = id, Moment = latest.WrittenAt, From = settings.From, ReplyTo = settings.ReplyTo,
            Recipient = new Mailbox(latest.ContactName, latest.Address), Subject = rendered.Subject,
            Language = latest.Language, Text = rendered.Text, Html = rendered.Html,
        };
    }

    private LetterFields FieldsOf(ImmutableArray<StoredLetter> reminders, StoredLetter latest) => LetterFields.Empty
        .With(LetterField.Count, reminders.Length)
        .With(LetterField.Date, DateText.Long(ParisTime.DayOf(LeavesAt(latest)), latest.Language))
        .With(LetterField.Confidential, latest.IsConfidential)
        .With(reminders.Select(ItemOf));

    // Counted from the row and not read from a clock: the letter is the same however often it is written.
    private DateTimeOffset LeavesAt(StoredLetter reminder) =>
        ReminderHours.LeavesAt(reminder, _json.ReadLetter(reminder.Logical), settings) ?? reminder.WrittenAt;

    // Of each reminder its subject, which names no confidential matter, and where to act: no more is needed.
    private LetterFields ItemOf(StoredLetter reminder)
    {
        var fields = LetterFields.Empty.With(LetterField.Subject, reminder.Subject);
        if (settings.LinkTo(reminder.ProcedureId, reminder.Wait) is { } link) fields = fields.WithLink(link);
        var letter = _json.ReadLetter(reminder.Logical);
        fields = fields.With(LetterField.Source, letter.LegalSource.In(reminder.Language));
        return ReplyGrant.Of(reminder, letter) is { } grant
            && settings.ReplyLinkTo(grant, reminder.Language) is { } reply
            ? fields.WithReplyLink(reply)
            : fields;
    }
}
