namespace Procedures.Letters;

/// <summary>Letters and settings that the tests begin with.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Morning = new(2026, 9, 1, 7, 30, 0, TimeSpan.Zero);

    public static readonly string Id = MessageId.For("P1-2026-07", "w3", "contact-12", "task", "assembly.example");

    public static Message Letter => new()
    {
        MessageId = Id,
        Moment = Morning,
        From = new Mailbox("Secretariat of the Assembly", "secretariat@assembly.example"),
        Recipient = new Mailbox("Représentation permanente", "mission@state.example"),
        Subject = "[Judge] Action required by Thursday 1 October 2026: List of candidates",
        Language = Language.English,
        Text = "Dear Sir or Madam,\n\n.A line with a dot\n..and two\n",
        Html = "<!DOCTYPE html><html lang=\"en\"><body><p>Dear Sir or Madam,</p></body></html>",
    };

    public static CalendarEntry Deadline => new()
    {
        Uid = "P1-2026-07.w3@assembly.example",
        Sequence = 0,
        Stamp = Morning,
        Span = CalendarSpan.Day(new DateOnly(2026, 10, 1)),
        Summary = "List of candidates",
        Organizer = new Mailbox("Secretariat", "secretariat@assembly.example"),
        Attendee = new Mailbox("Représentation permanente", "mission@state.example"),
    };

    public static SmtpSettings Settings(int port) => new(
        "127.0.0.1", port, SmtpSecurity.None, "bounces@assembly.example") { LocalName = "test.example" };
}
