using System.Globalization;
using System.Text;

namespace Procedures.Letters;

/// <summary>Writes the head of a letter, folded.</summary>
internal static class MimeHead
{
    private const int LongestPlainName = 60;

    public static void Write(StringBuilder mime, Message message)
    {
        mime.Append("Date: ").Append(Date(message.Moment)).Append("\r\n");
        WriteMailboxes(mime, "From", [message.From]);
        WriteMailboxes(mime, "To", message.ShownTo);
        WriteMailboxes(mime, "Cc", message.Cc);
        if (message.ReplyTo is not null) WriteMailboxes(mime, "Reply-To", [message.ReplyTo]);
        mime.Append("Message-ID: ").Append(message.MessageId).Append("\r\n");
        if (message.InReplyTo is not null)
            mime.Append($"In-Reply-To: {message.InReplyTo}\r\nReferences: {message.InReplyTo}\r\n");
        mime.Append("Subject: ").Append(EncodedWords.Write(message.Subject, "Subject: ".Length)).Append("\r\n");
        // RFC 3834: an absence notice shall not be sent in answer to a machine.
        mime.Append("Auto-Submitted: auto-generated\r\n");
        mime.Append($"Content-Language: {Tag(message.Language)}\r\n");
        mime.Append("MIME-Version: 1.0\r\n");
    }

    /// <summary>The tag of a language (RFC 5646).</summary>
    public static string Tag(Language language) => language == Language.French ? "fr" : "en";

    private static string Date(DateTimeOffset moment)
    {
        var invariant = CultureInfo.InvariantCulture;
        var zone = moment.ToString("zzz", invariant).Replace(":", "", StringComparison.Ordinal);
        return moment.ToString("ddd, dd MMM yyyy HH:mm:ss ", invariant) + zone;
    }

    private static void WriteMailboxes(StringBuilder mime, string header, IReadOnlyList<Mailbox> mailboxes)
    {
        if (mailboxes.Count == 0) return;
        var list = mailboxes.Select(m => Written(m, header.Length + 2));
        mime.Append(header).Append(": ").AppendJoin(",\r\n ", list).Append("\r\n");
    }

    private static string Written(Mailbox mailbox, int column)
    {
        var name = mailbox.Name.Trim();
        if (name.Length == 0) return mailbox.WireAddress;
        return name.Length <= LongestPlainName && name.All(c => c is >= ' ' and <= '~')
                && !name.Contains("=?", StringComparison.Ordinal)
            ? $"{Quoted(name)} <{mailbox.WireAddress}>"
            : $"{EncodedWords.Encode(name, column)}\r\n <{mailbox.WireAddress}>";
    }

    private static string Quoted(string name) =>
        $"\"{string.Concat(name.Select(c => c is '\\' or '"' ? $"\\{c}" : $"{c}"))}\"";
}
