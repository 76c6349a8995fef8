using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Procedures.Letters;

/// <summary>Which server certificates are trusted beyond those that the system trusts.</summary>
internal static class SmtpTrust
{
    /// <summary>The check to use in place of the system's, or null when the system's own stands.</summary>
    public static RemoteCertificateValidationCallback? For(SmtpSettings settings)
    {
        if (settings.AllowInvalidCertificate) return (_, certificate, _, _) => certificate is not null;
        if (settings.TrustedCertificateThumbprint is not { } thumbprint) return null;
        var trusted = thumbprint.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return (_, certificate, _, errors) => errors == SslPolicyErrors.None || HasThumbprint(certificate, trusted);
    }

    private static bool HasThumbprint(X509Certificate? certificate, string thumbprint) =>
        certificate is not null && string.Equals(
            certificate.GetCertHashString(HashAlgorithmName.SHA256), thumbprint, StringComparison.OrdinalIgnoreCase);
}
