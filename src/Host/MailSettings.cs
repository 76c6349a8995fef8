using System.Globalization;
using Procedures.Letters;

namespace Procedures;

/// <summary>Reads through which server letters leave, and in whose name: Smtp:… and Letters:….</summary>
internal static class MailSettings
{
    private const string Envelope = "Smtp:From";
    private const string Head = "Letters:From";

    /// <summary>The mail server; null when none is named and letters are written as files.</summary>
    /// <exception cref="HostRefusedException">A value cannot be used.</exception>
    public static SmtpSettings? ReadSmtp(IConfiguration configuration)
    {
        var section = configuration.GetSection("Smtp");
        if (section["Host"] is not { Length: > 0 } host) return null;
        var security = section["Security"] ?? nameof(SmtpSecurity.StartTls);
        // A number would be taken for a name as well, also one that means nothing.
        if (!Enum.TryParse<SmtpSecurity>(security, ignoreCase: true, out var kind)
            || !Enum.GetNames<SmtpSecurity>().Contains(security, StringComparer.OrdinalIgnoreCase))
        {
            var known = string.Join(", ", Enum.GetNames<SmtpSecurity>());
            throw new HostRefusedException((
                $"Smtp:Security is “{security}”; known are {known}.",
                $"Smtp:Security vaut « {security} » ; les valeurs connues sont {known}."));
        }
        if (!int.TryParse(section["Port"] ?? "587", NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > 65535)
            throw new HostRefusedException((
                $"Smtp:Port is “{section["Port"]}”, which is not a number from 1 to 65535.",
                $"Smtp:Port vaut « {section["Port"]} », qui n'est pas un nombre de 1 à 65535."));
        if (Address(configuration, Envelope, Head) is not { } from)
            throw new HostRefusedException((
                "Smtp:Host names a mail server, but Smtp:From does not say from which address letters come.",
                "Smtp:Host nomme un serveur de messagerie, mais Smtp:From ne dit pas de quelle adresse partent les lettres."));
        return new SmtpSettings(host, port, kind, from)
        {
            UserName = section["UserName"], Password = section["Password"] ?? "",
            // The host must stop within five seconds.
            PatienceWhenStopping = TimeSpan.FromSeconds(3),
        };
    }

    /// <summary>Who letters are from, for those who read them; null when nobody is named.</summary>
    /// <exception cref="HostRefusedException">The address is none.</exception>
    public static Mailbox? ReadSender(IConfiguration configuration) =>
        Address(configuration, Head, Envelope) is { } address
            ? new Mailbox(configuration["Letters:FromName"] ?? "", address)
            : null;

    // Who names one of the two addresses means it for the envelope and for the letter's head.
    private static string? Address(IConfiguration configuration, string wanted, string instead)
    {
        var name = configuration[wanted] is { Length: > 0 } ? wanted : instead;
        if (configuration[name] is not { Length: > 0 } address) return null;
        return Mailbox.Of(address).Defect is { } defect
            ? throw new HostRefusedException(($"{name}: {defect.English}", $"{name} : {defect.French}"))
            : address;
    }
}
