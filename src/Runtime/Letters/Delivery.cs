namespace Procedures.Letters;

/// <summary>How the carrying of one letter ended. There is no fourth end.</summary>
/// <remarks>Acceptance by a server is not receipt by a reader: a bounce may still follow.</remarks>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>The carrier took the letter and answers for it.</summary>
    /// <param name="Reply">The server's own words, which usually hold its queue number, or the file written.</param>
    public sealed record Sent(string Reply) : Delivery;

    /// <summary>The letter has certainly not left.</summary>
    /// <param name="Reason">Why, for a clerk, with the server's words where it gave any.</param>
    /// <param name="Permanent">
    /// Whether this letter would be refused again as it stands. What is wrong with the connection or with our own
    /// settings (a password, a certificate) is never permanent: the letter can leave once that is mended.
    /// </param>
    /// <param name="AtCommand">One of <see cref="SmtpStage"/>.</param>
    public sealed record NotSent(Bilingual Reason, bool Permanent, string AtCommand) : Delivery;

    /// <summary>The final dot was perhaps transmitted and no answer came. A person decides what follows.</summary>
    public sealed record NotKnown(Bilingual Reason) : Delivery;
}
