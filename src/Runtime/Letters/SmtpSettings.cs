namespace Procedures.Letters;

/// <summary>Where letters are handed over, and how patiently. The time-outs are those of RFC 5321 § 4.5.3.2.</summary>
/// <param name="Host">The name of the server; its certificate must bear it.</param>
/// <param name="Port">Usually 587 for STARTTLS, 465 for implicit TLS, 25 without.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="From">The address that bounces return to (the envelope sender).</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string From)
{
    /// <summary>Who signs in; null means that nobody does.</summary>
    public string? UserName { get; init; }

    public string Password { get; init; } = "";

    /// <summary>How this host calls itself in EHLO.</summary>
    public string LocalName { get; init; } = "localhost";

    /// <summary>Allows the password on a connection without TLS. For a server on the same machine only.</summary>
    public bool AllowPasswordInClear { get; init; }

    /// <summary>The SHA-256 thumbprint (hexadecimal) of a certificate that is trusted whoever signed it.</summary>
    public string? TrustedCertificateThumbprint { get; init; }

    /// <summary>Accepts every certificate. For tests only.</summary>
    public bool AllowInvalidCertificate { get; init; }

    /// <summary>For the connection and for each TLS handshake.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the greeting and for each command with its answer.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For each block of the letter.</summary>
    public TimeSpan BlockTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>For the final dot and its answer; a server may check the whole letter meanwhile.</summary>
    public TimeSpan AcceptanceTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For the farewell, whose failure changes nothing.</summary>
    public TimeSpan QuitTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the answer to the final dot is still awaited when the program is told to stop. Without it every stop
    /// in the wrong second would leave a letter whose fate is not known.
    /// </summary>
    public TimeSpan PatienceWhenStopping { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The settings without their password, for logs.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security})";
}
