namespace Procedures.Letters;

/// <summary>Where the carrying of a letter stood when it ended.</summary>
public static class SmtpStage
{
    /// <summary>The letter itself cannot be written or addressed.</summary>
    public const string Letter = "LETTER";
    /// <summary>Writing the .eml file.</summary>
    public const string File = "FILE";
    public const string Connect = "CONNECT";
    public const string Greeting = "GREETING";
    public const string Ehlo = "EHLO";
    public const string Helo = "HELO";
    public const string StartTls = "STARTTLS";
    /// <summary>The TLS handshake.</summary>
    public const string Tls = "TLS";
    public const string Auth = "AUTH";
    public const string Mail = "MAIL";
    public const string Rcpt = "RCPT";
    public const string Data = "DATA";
    /// <summary>The lines of the letter, before the final dot.</summary>
    public const string Body = "BODY";
    /// <summary>The final dot and the answer to it.</summary>
    public const string Dot = "DOT";
}
