namespace Procedures.Letters;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>STARTTLS on a plain connection (RFC 3207), usually port 587. Never falls back to plain.</summary>
    StartTls,
    /// <summary>TLS from the first octet (RFC 8314), usually port 465.</summary>
    ImplicitTls,
}
