using System.Globalization;
using System.Text;

namespace Procedures.Letters;

/// <summary>A name and an e-mail address, as RFC 5322 § 3.4 calls it.</summary>
/// <param name="Name">What a reader sees; may be empty.</param>
/// <param name="Address">local@domain. Quoted local parts and domain literals are not supported.</param>
public sealed record Mailbox(string Name, string Address)
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const string Forbidden = "()<>[]:;,\"\\";

    /// <summary>A mailbox without a name.</summary>
    public static Mailbox Of(string address) => new("", address);

    /// <summary>Whether the part before the @ needs SMTPUTF8 (RFC 6531). A domain becomes punycode.</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(LocalPart);

    /// <summary>The address as it goes over the wire, its domain in ASCII (RFC 5891).</summary>
    /// <exception cref="InvalidOperationException">The mailbox has a <see cref="Defect"/>.</exception>
    public string WireAddress => Defect is { } defect
        ? throw new InvalidOperationException(defect.English)
        : $"{LocalPart}@{AsciiDomain(Domain)}";

    private int At => Address.LastIndexOf('@');
    private string LocalPart => At < 0 ? Address : Address[..At];
    private string Domain => Address[(At + 1)..];

    /// <summary>What is wrong with the mailbox, or null. A line break would smuggle in commands or headers.</summary>
    public Bilingual? Defect
    {
        get
        {
            if (Name.Any(char.IsControl) || Address.Any(char.IsControl))
                return ("The name or the address contains a line break or a control character.",
                    "Le nom ou l'adresse contient un saut de ligne ou un caractère de commande.");
            var wellFormed = At > 0 && LocalPart.Length <= LongestLocalPart && IsDotted(LocalPart)
                && AsciiDomain(Domain) is { Length: > 0 } domain && IsDotted(domain)
                && Encoding.UTF8.GetByteCount(LocalPart) + 1 + domain.Length <= LongestAddress;
            return wellFormed
                ? null
                : ($"“{Address}” is not an e-mail address.", $"« {Address} » n'est pas une adresse électronique.");
        }
    }

    private static bool IsDotted(string text) =>
        text.Split('.').All(part => part.Length > 0)
        && !text.Any(c => char.IsWhiteSpace(c) || c == '@' || char.IsSurrogate(c) || Forbidden.Contains(c));

    private static string AsciiDomain(string domain)
    {
        try
        {
            return Ascii.IsValid(domain) ? domain : new IdnMapping().GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
