namespace Procedures.Storage.Postgres;

/// <summary>What is written into the inbox and taken out of it, and letters.</summary>
internal static class MessageTables
{
    public static readonly RowSet<InboxRow> Put = new("work.put", InboxColumns());
    public static readonly RowSet<InboxRow> Post = new("work.post", InboxColumns());

    /// <summary>The messages that steps do: ids.</summary>
    public static readonly RowSet<string> Take = new("work.take_causes", Column<string>.Text("id", id => id));

    /// <summary>The contacts that letters were addressed from still count: revisions.</summary>
    public static readonly RowSet<long> SameContacts =
        new("directory.require_same_contacts", Column<long>.Long("revision", revision => revision));

    /// <summary>Letters and what they say.</summary>
    public static readonly RowSet<StoredLetter> Letters = new("letters.write",
        Column<StoredLetter>.Text("id", l => l.Id), Column<StoredLetter>.Text("procedure", l => l.ProcedureId),
        Column<StoredLetter>.Int("wait", l => l.Wait), Column<StoredLetter>.Text("occasion", l => l.Occasion),
        Column<StoredLetter>.Text("kind", l => l.Kind), Column<StoredLetter>.Text("body", l => l.Body),
        Column<StoredLetter>.Flag("is_copy", l => l.IsCopy),
        Column<StoredLetter>.Text("contact_name", l => l.ContactName),
        Column<StoredLetter>.Text("address", l => l.Address),
        Column<StoredLetter>.Text("language", l => l.Language.ToString()),
        Column<StoredLetter>.Text("subject", l => l.Subject), Column<StoredLetter>.Text("calendar", l => l.Calendar),
        Column<StoredLetter>.Text("shown", l => l.Shown),
        Column<StoredLetter>.Flag("is_confidential", l => l.IsConfidential),
        Column<StoredLetter>.Moment("written_at", l => l.WrittenAt),
        Column<StoredLetter>.Text("state", l => l.State.ToString()),
        Column<StoredLetter>.Int("attempts", l => l.Attempts),
        Column<StoredLetter>.Moment("next_attempt_at", l =>
            l.State == LetterState.Pending ? l.NextAttemptAt ?? l.WrittenAt : null),
        Column<StoredLetter>.Text("error_en", l => l.Error.English),
        Column<StoredLetter>.Text("error_fr", l => l.Error.French),
        Column<StoredLetter>.Text("reply", l => l.Reply), Column<StoredLetter>.Moment("ended_at", l => l.EndedAt),
        Column<StoredLetter>.Text("resolved_by", l => l.ResolvedBy), Column<StoredLetter>.Text("text", l => l.Text),
        Column<StoredLetter>.Text("html", l => l.Html), Column<StoredLetter>.Text("logical", l => l.Logical));

    private static Column<InboxRow>[] InboxColumns() =>
    [
        Column<InboxRow>.Text("id", r => r.Message.Id), Column<InboxRow>.Int("place", r => r.Place),
        Column<InboxRow>.Text("origin", r => r.Message.Origin), Column<InboxRow>.Text("dispatch", r => r.Dispatch),
        Column<InboxRow>.Moment("created_at", r => r.Message.CreatedAt),
    ];
}
