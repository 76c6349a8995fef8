namespace Procedures.Letters;

/// <summary>One answer of a mail server (RFC 5321 § 4.2), of one or several lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 300;
    public bool IsRefusal => Code is >= 400 and < 600;
    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>The answer as one line, as a clerk reads it.</summary>
    public string Words => $"{Code} {string.Join(" / ", Lines)}".TrimEnd();
}
